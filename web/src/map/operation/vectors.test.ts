import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readMap, sparse, writeMap } from './journeyMap'
import { applyOperations, type Operation, type Refused, RefusedOperation } from './operation'
import { problemsOf } from './validity'

const folder = fileURLToPath(new URL('../../../../map/src/test/resources/dev/sojourn/map/operation/', import.meta.url))

interface Vector {
  name: string
  map: object
  change: { operations: Operation[] }
  after: object | null
  refused: Refused | null
  inverse: Operation[]
}

const vectors = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(folder + name, 'utf8')) as Vector)

/** As the server: every operation, then the rules of maps once. */
function apply(vector: Vector): { after: object; inverse: readonly Operation[] } | Refused {
  try {
    const { map, inverse } = applyOperations(readMap(vector.map), vector.change.operations)
    return problemsOf(map).length > 0 ? 'INVALID_MAP' : { after: writeMap(map), inverse }
  } catch (fault) {
    if (fault instanceof RefusedOperation) return fault.reason
    throw fault
  }
}

describe('the operations of the server and of this page are the same', () => {
  it('has vectors', () => expect(vectors.length).toBeGreaterThan(50))

  for (const vector of vectors) {
    it(vector.name, () => {
      const applied = apply(vector)
      if (vector.refused !== null) {
        expect(applied).toBe(vector.refused)
        return
      }
      const { after, inverse } = applied as { after: object; inverse: Operation[] }
      expect(after).toEqual(writeMap(readMap(vector.after as object)))
      expect(inverse.map(sparse)).toEqual(vector.inverse.map(sparse))
      expect(writeMap(applyOperations(readMap(after), inverse).map)).toEqual(writeMap(readMap(vector.map)))
    })
  }
})
