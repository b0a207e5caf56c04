import type { PersonaKind, PersonaStanding } from '../api'
import type { Level } from '../design'

/** What the person is to the business. */
export const kindWords: Record<PersonaKind, string> = {
  CUSTOMER: 'customer',
  BUYER: 'buyer',
  USER: 'person who uses it',
  EMPLOYEE: 'employee',
  CITIZEN: 'citizen',
  PATIENT: 'patient',
  STUDENT: 'student',
  PARTNER: 'partner',
  SELF: 'ourselves',
  ANTI_PERSONA: 'whom we do not serve',
}

/** What a persona rests on, in the grammar of evidence. */
export const standings: Record<PersonaStanding, { word: string; level: Level; detail: string }> = {
  PROTO: { word: 'assumed', level: 'ASSUMED', detail: 'nobody looked yet' },
  RESEARCHED: { word: 'from interviews', level: 'REPORTED', detail: 'customers said so' },
  DATA_BACKED: { word: 'a measured group', level: 'OBSERVED', detail: 'a group of customers that events show' },
}
