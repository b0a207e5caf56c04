import { useReach } from '../../api'
import { Banner, Button } from '../../design'
import { tell, useDocument, useOpenMap } from '../view/context'

const quoted = (words: string) => `“${words.length > 120 ? `${words.slice(0, 119)}…` : words}”`

/** Why nothing can be saved now. Of a server that is away the page itself tells. */
export function NotSaved() {
  const saving = useDocument(s => s.saving)
  const isAway = useReach(s => s.reach === 'lost')
  if (saving.kind !== 'unsaved' || isAway) return null
  return (
    <Banner tone="alarm">
      {saving.sentence} What you write is kept here, and saved by itself as soon as it can be.
    </Banner>
  )
}

/** Words of this page that somebody else has replaced meanwhile, to be put back or left. */
export function Replaced() {
  const open = useOpenMap()
  const replaced = useDocument(s => s.replaced)
  return replaced.map(one => (
    <Banner
      key={`${one.element} ${one.field} ${one.mine}`}
      tools={
        <>
          <Button onPress={() => open.document.settleReplaced(one, true)}>Put mine back</Button>
          <Button onPress={() => open.document.settleReplaced(one, false)}>Leave it so</Button>
        </>
      }
    >
      {one.theirs === ''
        ? `What you wrote, ${quoted(one.mine)}, was taken out elsewhere.`
        : `What you wrote, ${quoted(one.mine)}, was changed to ${quoted(one.theirs)} elsewhere.`}
    </Banner>
  ))
}

/** What the server would not take: why, and what was typed, to copy or to try once more. */
export function Refused() {
  const open = useOpenMap()
  const refused = useDocument(s => s.refused)
  return refused.map(({ change, sentence, text }) => (
    <Banner
      key={change.id}
      tone="alarm"
      tools={
        <>
          <Button
            onPress={() => {
              const still = open.document.retry(change.id)
              if (still) tell(open, still)
            }}
          >
            Try again
          </Button>
          {text !== '' && (
            <Button onPress={() => void navigator.clipboard.writeText(text).then(() => tell(open, 'Copied'))}>
              Copy the text
            </Button>
          )}
          <Button onPress={() => open.document.dismiss(change.id)}>Let it go</Button>
        </>
      }
    >
      {change.label} was not taken: {sentence}
      {text !== '' && ` ${quoted(text)}`}
    </Banner>
  ))
}
