import { useEffect, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import styles from './slider.module.css'

interface Props {
  value: number
  onChange: (value: number) => void
}

/** How much is drawn. The address hears of it when the hand rests. */
export function DetailSlider({ value, onChange }: Props) {
  const [drawn, setDrawn] = useState(value)
  useEffect(() => setDrawn(value), [value])
  return (
    <Slider
      className={styles.slider ?? ''}
      minValue={0}
      maxValue={100}
      step={5}
      value={drawn}
      onChange={setDrawn}
      onChangeEnd={onChange}
    >
      <Label>Detail</Label>
      <SliderTrack className={styles.track ?? ''}>
        {({ state }) => (
          <>
            <span className={styles.done} style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles.thumb ?? ''} />
          </>
        )}
      </SliderTrack>
    </Slider>
  )
}
