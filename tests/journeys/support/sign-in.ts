import type { PortalProcess } from './portal-process.js';

/** A token from the portal's own back end, as one of its pages gets it. */
export const tokenFrom = async ({ address }: Pick<PortalProcess, 'address'>, who: string): Promise<string> => {
  const answer = await fetch(`${address}/token?as=${who}`, { method: 'POST', headers: { Origin: address } });
  if (!answer.ok) throw new Error(`No token for ${who}: ${answer.status}`);
  return answer.text();
};
