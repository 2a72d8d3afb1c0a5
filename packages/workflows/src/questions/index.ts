export { answersFrom, checkConcern, toConcern } from './concern.data.js';
export type { ConcernProblem } from './concern.data.js';
export { concernFormMessages, exitButton, formMessages } from './concern.messages.js';
export type { ConcernFormMessageId } from './concern.messages.js';
export { newsMessages } from './news.messages.js';
export type { NewsMessageId } from './news.messages.js';
export { newsOf } from './news.js';
export type { News } from './news.js';
export { pagesFor, questionsOn, wayOf, wordsFor } from './concern.path.js';
export { concernPages, concernQuestions } from './concern.questions.js';
export { answerInWords, leadOf, problemText, questionField, titleOf, whyOf } from './concern.words.js';
export type { FieldInWords, TextOf } from './concern.words.js';
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
export { routeFinder } from './route.js';
export type { Route } from './route.js';
export { readSaved } from './saved.js';
export type { SavedForm } from './saved.js';
export { unreachable } from './reachability.js';
export type { Unreachable } from './reachability.js';
