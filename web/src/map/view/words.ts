import type {
  ClaimType,
  EmotionSource,
  EvidenceKind,
  JourneyMap,
  LaneRole,
  LinkKind,
  OrderGroup,
  StageKind,
  Stance,
  Status,
} from '../operation'

// How the words of the format are said on the screen.

export const statusWords: Record<Status, string> = {
  DRAFT: 'draft',
  IN_RESEARCH: 'in research',
  IN_REVIEW: 'in review',
  PUBLISHED: 'published',
  NEEDS_REVIEW: 'needs review',
  RETIRED: 'retired',
}

export const mapTypeWords: Record<JourneyMap['mapType'], string> = {
  CURRENT_STATE: 'current state',
  FUTURE_STATE: 'future state',
  DAY_IN_THE_LIFE: 'day in the life',
  SERVICE_BLUEPRINT: 'service blueprint',
}

export const stageKindWords: Record<StageKind, string> = {
  NEED_RECOGNITION: 'Need recognition',
  AWARENESS: 'Awareness',
  CONSIDERATION: 'Consideration',
  EVALUATION: 'Evaluation',
  TRIAL: 'Trial',
  PURCHASE: 'Purchase',
  ONBOARDING: 'Onboarding',
  EXPERIENCE: 'Experience',
  SUPPORT: 'Support',
  RETENTION_RENEWAL: 'Retention and renewal',
  LOYALTY: 'Loyalty',
  ADVOCACY: 'Advocacy',
  EXIT: 'Exit',
  CUSTOM: 'Own kind',
}

export const orderGroupWords: Record<OrderGroup, string> = {
  SEQUENCE: 'after the step before it',
  ANY_ORDER: 'in any order with its neighbors',
  ALTERNATIVE: 'instead of its neighbors',
}

export const linkKindWords: Record<LinkKind, string> = {
  NEXT: 'goes on to',
  BRANCH: 'may go to',
  LOOP_BACK: 'goes back to',
  EXIT: 'leaves here',
  RE_ENTRY: 'comes back at',
}

export const sourceWords: Record<EmotionSource, string> = {
  SELF_REPORTED: 'customers said so',
  OBSERVED: 'somebody watched',
  SENTIMENT_ANALYSIS: 'read from texts',
  ASSUMED: 'assumed',
}

export const claimTypeWords: Record<ClaimType, string> = {
  OCCURS: 'Customers come to it',
  ORDER: 'One comes before the other',
  CHANNEL_SHARE: 'Share of a channel',
  DURATION: 'Time it takes',
  DROP_OFF: 'Share who leave',
  VOLUME: 'How many',
  REPEAT_CONTACT: 'Share who have to come again',
  SENTIMENT: 'How customers feel',
  METRIC_THRESHOLD: 'A metric',
  ROLE_PRESENT: 'A role takes part',
}

export const evidenceKindWords: Record<EvidenceKind, string> = {
  INTERVIEW: 'Interview',
  SURVEY: 'Survey',
  DIARY: 'Diary',
  USABILITY_TEST: 'Usability test',
  OBSERVATION: 'Observation',
  SUPPORT_TICKET: 'Support ticket',
  CALL_TRANSCRIPT: 'Call',
  REVIEW_SOCIAL: 'Review',
  ANALYTICS_EVENTS: 'Events',
  CRM: 'CRM',
  EXPERIMENT: 'Experiment',
  DOCUMENT: 'Document',
  WORKSHOP_OPINION: 'Opinion of a workshop',
  OTHER: 'Other',
}

export const stanceWords: Record<Stance, string> = {
  SUPPORTS: 'speaks for it',
  CONTRADICTS: 'speaks against it',
  CONTEXT: 'gives context',
}

export const observabilityWords: Record<string, string> = {
  EVENTS: 'by events',
  FEEDBACK_ONLY: 'only by what customers say',
  NONE: 'not at all',
  UNKNOWN: 'not known',
}

/** What a lane is called by default, what it asks for, and an example that is never exported. */
export const laneRoles: Record<LaneRole, { title: string; example: string }> = {
  STAGE_GOAL: { title: 'Goal', example: 'Find a pair that fits' },
  ACTION: { title: 'Doing', example: 'Compares three pairs' },
  THOUGHT: { title: 'Thinking', example: 'Is delivery free?' },
  INTENTION: { title: 'Wants', example: 'I want to be sure before I pay' },
  QUESTION: { title: 'Asks', example: 'Can I send them back?' },
  EMOTION_CURVE: { title: 'Feeling', example: '' },
  DRAMATIC_ARC: { title: 'Drama', example: 'Calm before the sale' },
  TOUCHPOINT: { title: 'Touchpoints', example: 'Product page' },
  CHANNEL: { title: 'Channels', example: 'Website' },
  PAIN: { title: 'Pain points', example: 'Delivery cost shows up late' },
  GAIN: { title: 'Delights', example: 'The parcel came a day early' },
  EXPECTATION: { title: 'Expects', example: 'It should be here tomorrow' },
  OPPORTUNITY: { title: 'Opportunities', example: 'Show the delivery cost in the cart' },
  IDEA: { title: 'Ideas', example: 'Let customers reorder with one tap' },
  METRIC: { title: 'Metrics', example: 'Orders a week' },
  EVIDENCE: { title: 'Evidence', example: 'Autumn survey, question 4' },
  STORYBOARD: { title: 'Story', example: 'Anna opens the parcel at the kitchen table' },
  QUOTE: { title: 'Quotes', example: 'I gave up at the address form' },
  CONTENT: { title: 'Content', example: 'Guide to sizes' },
  CONTEXT_PLACE: { title: 'Place', example: 'On the train, one hand free' },
  OWNER: { title: 'Owner', example: 'Checkout team' },
  POLICY_COMPLIANCE: { title: 'Rules', example: 'Returns within 30 days' },
  PHYSICAL_EVIDENCE: { title: 'Physical evidence', example: 'Receipt in the bag' },
  FRONTSTAGE_PEOPLE: { title: 'People in front', example: 'Barista calls the name' },
  FRONTSTAGE_TECH: { title: 'Systems in front', example: 'Self-service till' },
  BACKSTAGE_PEOPLE: { title: 'People behind', example: 'Picker packs the box' },
  BACKSTAGE_TECH: { title: 'Systems behind', example: 'Stock system reserves the item' },
  SUPPORT_PROCESS: { title: 'Support', example: 'Carrier collects at five' },
  TIME: { title: 'Time', example: '2 to 3 days' },
  FAIL_POINT: { title: 'Fail points', example: 'Payment times out' },
  NESTED_MAP: { title: 'Other maps', example: 'Returning an order' },
  TEXT: { title: 'Notes', example: 'Anything worth keeping' },
}

/** The roles that speak with the customer's voice. */
export const spokenRoles: ReadonlySet<LaneRole> = new Set(['THOUGHT', 'QUOTE', 'QUESTION', 'INTENTION', 'EXPECTATION'])

export const ideaRoles: ReadonlySet<LaneRole> = new Set(['IDEA', 'OPPORTUNITY'])
