import * as z from 'zod/mini';
import { type Route, problemSchema, problems } from '../contract.js';
import { MspError, failure, fromProblem } from './error.js';

const jsonOf = async (response: Response, mediaType: string): Promise<unknown> => {
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';', 1);
  if (type.trim().toLowerCase() !== mediaType) return undefined;
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Statuses with which a gateway says that the service behind it does not answer. */
const GATEWAY: readonly number[] = [502, 503, 504];

const refusalOf = async (response: Response): Promise<MspError> => {
  const problem = z.safeParse(problemSchema, await jsonOf(response, 'application/problem+json'));
  if (problem.success && problem.data.status === response.status) return fromProblem(problem.data);
  return GATEWAY.includes(response.status)
    ? new MspError('unavailable', response.status, `${problems.unavailable.title}.`)
    : failure('unexpected-answer', response.status);
};

/**
 * What the service answered, checked by the contract: an answer in another form, whatever its status, is none of ours and never a
 * receipt.
 *
 * @throws {MspError}
 */
export const readAnswer = async <R extends Route>(route: R, response: Response): Promise<z.output<R['response']>> => {
  if (response.status !== route.status) throw await refusalOf(response);
  const answer = z.safeParse(route.response, await jsonOf(response, 'application/json'));
  if (!answer.success) throw failure('unexpected-answer', response.status);
  return answer.data as z.output<R['response']>;
};
