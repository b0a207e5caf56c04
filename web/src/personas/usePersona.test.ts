import { expect, test } from 'vitest'
import { bodyOf } from './usePersona'

test('what is empty is left out, and what the server adds is not sent back', () => {
  expect(
    bodyOf({
      id: 'p1',
      name: 'Maya',
      tagline: '',
      quote: null,
      kind: 'CUSTOMER',
      standing: 'PROTO',
      bio: null,
      demographics: null,
      segment: null,
      goals: [],
      motivations: [],
      needs: [],
      behaviors: [],
      channels: [],
      pains: ['waiting'],
      share: 0,
      revision: 4,
      maps: [],
      data: null,
    }),
  ).toEqual({ id: 'p1', name: 'Maya', kind: 'CUSTOMER', standing: 'PROTO', pains: ['waiting'], share: 0 })
})
