import * as z from 'zod/mini';

/** Kinds of support that a case can step down to. */
export const supportKind = z.enum([
  'careActAssessment',
  'carersAssessment',
  'informationAndAdvice',
  'prevention',
  'socialConnection',
  'advocacy',
  'domesticAbuseSupport',
  'marac',
  'selfNeglectPanel',
  'housing',
  'health',
  'mentalHealth',
  'traumaSupport',
  'moneyAdvice',
  'fireSafety',
  'police',
  'providerQuality',
  'other',
]);
