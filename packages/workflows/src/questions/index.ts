export { answersFrom, checkConcern, toConcern } from './concern.data.js';
export type { ConcernProblem } from './concern.data.js';
export { pagesFor, questionsOn, wayOf, wordsFor } from './concern.path.js';
export { concernPages, concernQuestions } from './concern.questions.js';
export type {
  ByWay,
  ConcernChoice,
  ConcernData,
  ConcernField,
  ConcernPage,
  ConcernQuestion,
  Way,
} from './concern.types.js';
export { holds, isBlank, nest, stored, writtenDate } from './question.js';
export type { Answer, AnswerKind, Answers, Choice, Condition } from './question.js';
export { unreachable } from './reachability.js';
export type { Unreachable } from './reachability.js';
