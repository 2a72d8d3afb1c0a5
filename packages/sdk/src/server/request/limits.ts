import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Identity } from '../auth/identity.js';
import { Refusal } from '../problem.js';

/** How much may be asked, by minute. It is counted in each process on its own. */
export type Limits = {
  /** By one caller: a token's subject, or whoever has a token that is good for one concern; 600 where nothing is said. */
  readonly perCaller?: number;
  /** By all callers of one organisation together, concerns not counted: those always come in; 20,000 where nothing is said. */
  readonly perTenant?: number;
  /**
   * By one address without a token: to open a site, a code or a hosted page; 600 where nothing is said. Where `clientAddress` is not given nobody
   * is told from anybody else, and all of them together may ask twenty times as much.
   */
  readonly perStranger?: number;
};

const MINUTE_S = 60;

export const createLimits = ({ perCaller = 600, perTenant = 20_000, perStranger = 600 }: Limits) => {
  const by = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: MINUTE_S });
  const [callers, tenants, strangers] = [by(perCaller), by(perTenant), by(perStranger)];
  const everybody = by(perStranger * 20);
  const count = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new Refusal('too-many-requests', { headers: { 'Retry-After': String(seconds) } });
    }
  };
  return {
    /** @throws {Refusal} `too-many-requests` */
    known: async ({ tenant }: Identity, caller: string, isConcern: boolean): Promise<void> => {
      await count(callers, caller);
      if (!isConcern) await count(tenants, tenant);
    },
    /** @throws {Refusal} `too-many-requests` */
    unknown: (address: string | undefined): Promise<void> =>
      address === undefined ? count(everybody, '') : count(strangers, address),
  };
};

/** Whoever a request is counted as. Of tokens that are good for one concern each is somebody of their own. */
export const callerOf = ({ tenant, subject, once }: Identity, address: string | undefined): string =>
  once === undefined ? JSON.stringify([tenant, subject]) : JSON.stringify(['once', address ?? once]);
