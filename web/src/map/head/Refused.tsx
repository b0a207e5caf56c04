import { Banner, Button } from '../../design'
import { tell, useDocument, useOpenMap } from '../view/context'

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
      {text !== '' && ` “${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`}
    </Banner>
  ))
}
