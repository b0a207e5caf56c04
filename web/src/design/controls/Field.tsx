import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: string
  /** For what the surroundings already say to the eye. */
  hideLabel?: boolean
  detail?: string
  placeholder?: string
  /** Why it cannot be so, with the remedy. */
  error?: string | null
  /** More than one line, as many as there are. */
  long?: boolean
}

/** A line, or some lines, of text with a name. */
export function Field({ label, hideLabel, detail, placeholder, error, long, ...rest }: Props) {
  return (
    <TextField {...rest} isInvalid={Boolean(error)} className={styles.field ?? ''}>
      <Label className={hideLabel ? 'unseen' : (styles.label ?? '')}>{label}</Label>
      {long ? (
        <TextArea dir="auto" className={styles.input ?? ''} placeholder={placeholder ?? ''} />
      ) : (
        <Input dir="auto" className={styles.input ?? ''} placeholder={placeholder ?? ''} />
      )}
      {detail && !error && (
        <Text slot="description" className={styles.detail ?? ''}>
          {detail}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  )
}
