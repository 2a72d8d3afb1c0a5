export { holds, isBlank, nest, stored, writtenDate } from './question.js';
export type { Answer, AnswerKind, Answers, Choice, Condition } from './question.js';
