import { Link } from 'wouter'
import { Message, useTitle } from '../frame'

/** An address that leads nowhere. */
export function NotFound() {
  useTitle('Not found')
  return (
    <Message title="There is no page at this address">
      It may have been deleted, or the address was cut short.{' '}
      <Link className="link" href="/">
        Go home
      </Link>
    </Message>
  )
}
