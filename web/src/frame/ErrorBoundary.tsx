import { Component, type ReactNode } from 'react'
import { Fault } from './Fault'

interface Props {
  children: ReactNode
  /** Where it stands: at another place there is another chance. */
  place?: string
  /** Says it elsewhere; then nothing stands in for what failed. */
  onFault?: (fault: unknown) => void
}

/** A screen that fails says so and can be tried again; the rest of the page goes on. */
export class ErrorBoundary extends Component<Props, { fault: unknown }> {
  override state = { fault: undefined as unknown }

  static getDerivedStateFromError(fault: unknown) {
    return { fault }
  }

  override componentDidCatch(fault: unknown) {
    this.props.onFault?.(fault)
  }

  override componentDidUpdate(before: Props) {
    if (before.place !== this.props.place && this.state.fault !== undefined) this.setState({ fault: undefined })
  }

  override render() {
    if (this.state.fault === undefined) return this.props.children
    if (this.props.onFault) return null
    return <Fault fault={this.state.fault} again={() => this.setState({ fault: undefined })} />
  }
}
