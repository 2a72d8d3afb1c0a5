export { type CalendarName, calendarName } from './calendar/bank-holidays.data.js';
export { londonDay } from './calendar/london.js';
export { type Counted, addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar/working-days.js';
export type { Who } from './case/access.js';
export { type Case, type Stage, openCase, stageOf } from './case/case.js';
export { EngineError } from './case/engine-error.js';
export {
  type By,
  type CaseEvent,
  type EventData,
  type EventOf,
  type EventType,
  type Role,
  type StoredEvent,
  bySchema,
  caseEventSchema,
  eventSchemas,
  eventTypes,
  isEventType,
  roleSchema,
  roles,
} from './case/events.js';
export type { Facts } from './case/facts.js';
export { blockers, whatCanHappen } from './case/judge.js';
export { type Recorded, record, replay } from './case/record.js';
export { type CaseSnapshot, restore, snapshot } from './case/snapshot.js';
export type { CaseState } from './case/step.js';
export { type CaseView, type EntryView, caseOf, view } from './case/view.js';
export { type ToldConcern, concernsOf, toldConcernSchema } from './concern/concern.told.js';
export { type DatedDuty, duties } from './duties/duties-of-case.js';
export type { Duty } from './duties/duties.js';
export type { DutyCode, DutyStatus } from './duties/duty.js';
export type { Blocker, BlockerCode } from './kit/rule.js';
export { english as englishVocabulary } from './language/english.js';
export { type FieldHint, hintsFor } from './language/hints-for.js';
export { type Hint, hints } from './language/hints.js';
export { type VocabularyEntry, vocabularyEntrySchema } from './language/vocabulary.js';
export { ledger } from './ledger/face.js';
export { type Anchor, ERASED, type Hash, type Seal, type SealedEvent } from './ledger/sealed.js';
export type { LedgerFault, Redacted, Verified } from './ledger/verify.js';
export type { Words } from './ledger/apart.js';
export type { Erasure, Word } from './ledger/erase.js';
export { type MspMachine, createMspMachine, mspMachine } from './machine.js';
export { type Goal, type Step, pathTo } from './paths/path-to.js';
export type { CsvOptions } from './measures/csv.js';
export { measures } from './measures/face.js';
export type { Measure } from './measures/measures.js';
export { type Quote, quotes } from './measures/quotes.js';
export type { Level, Report, ReportOptions, ReportSpread, ReportTable } from './measures/report.js';
export type { Shown } from './measures/suppress.js';
export { toMermaid } from './picture/mermaid.js';
export { type Picture, type PictureEdge, type PictureState, toPicture } from './picture/picture.js';
export { englandCareAct } from './policy/england-care-act.js';
export { larkshireCouncil } from './policy/larkshire.js';
export { type Overlay, overlay } from './policy/overlay.js';
export type { PolicyFault } from './policy/pack-fault.js';
export { type Policy, policySchema } from './policy/policy.schema.js';
export { type CasePreview, type Change, type ChangeCount, preview, previewSummary } from './policy/preview.js';
export { type ReadPolicy, readPolicy } from './policy/read-policy.js';
export { scotlandASP } from './policy/scotland-asp.js';
export { walesSSWBA } from './policy/wales-sswba.js';
export type { Prompt, PromptCode } from './prompts/prompt.js';
export { prompts } from './prompts/prompts.js';
export { certificates } from './policy/certificates.js';
export type { Fault } from './proof/always.js';
export { type Certificate, type Certified, certify, checkCertificate, packHash } from './proof/certificate.js';
export { type Proof, type Walk, prove } from './proof/prove.js';
export { type DueEvent, dueEvents, nextDueAt } from './timescales/due-events.js';
export type { TimescaleName } from './timescales/spans.js';
export { type Timescale, timescales } from './timescales/timescales.js';
