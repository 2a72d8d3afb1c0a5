import * as z from 'zod/mini';
import { type NewSettings, type TenantSettings, type routes, tenantSettingsSchema } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { Refusal } from '../problem.js';
import { type VersionedSettings, tenantOfSiteKey } from '../tenants/settings.js';

type OfSettings = Call<typeof routes.readSettings> | Call<typeof routes.saveSettings>;

const storedOf = ({ deps }: OfSettings) => {
  const { stored } = deps.tenancy;
  if (stored) return stored;
  throw new Refusal('forbidden', { detail: 'The settings of this server are in a file, and are changed there.' });
};

/** Without secrets: whoever lost one sets another. */
const shown = ({ version, settings }: VersionedSettings): Answer => {
  const webhooks = settings.webhooks?.map(({ secrets: _, ...webhook }) => webhook);
  return { body: { version, settings: { ...settings, ...(webhooks && { webhooks }) } }, version };
};

export const readSettings = async (call: Call<typeof routes.readSettings>): Promise<Answer> =>
  shown(await storedOf(call).read(call.identity.tenant));

const fault = (path: string, message: string): never => {
  throw new Refusal('invalid-request', { issues: [{ path, message }] });
};

const withSecrets = (given: NewSettings, before: TenantSettings): TenantSettings => {
  const webhooks = given.webhooks?.map((webhook, index) => ({
    ...webhook,
    secrets:
      webhook.secrets ??
      before.webhooks?.find(({ id }) => id === webhook.id)?.secrets ??
      fault(`webhooks.${index}.secrets`, 'is missing'),
  }));
  return z.parse(tenantSettingsSchema, { ...given, ...(webhooks && { webhooks }) });
};

/** What the schema cannot know: whose site keys these are, and which policy packs there are. */
const check = (call: Call<typeof routes.saveSettings>): void => {
  const { body, deps, identity } = call;
  const stranger = body.siteKeys?.findIndex(({ key }) => tenantOfSiteKey(key) !== identity.tenant) ?? -1;
  if (stranger >= 0) fault(`siteKeys.${stranger}.key`, 'has to be a site key of your organisation');
  const { policyIds } = deps.tenancy;
  if (body.policy !== undefined && !policyIds.includes(body.policy))
    fault('policy', 'has to be the id of a policy pack that this server was given');
};

/** Keeps new settings whole, in place of those of before. */
export const saveSettings = async (call: Call<typeof routes.saveSettings>): Promise<Answer> => {
  const { identity, expectedVersion } = call;
  const stored = storedOf(call);
  check(call);
  const before = await stored.read(identity.tenant);
  if (before.version !== expectedVersion) throw new Refusal('version-conflict');
  const settings = withSecrets(call.body, before.settings);
  const isKept = await stored.save(identity.tenant, { version: expectedVersion, settings }, identity.subject);
  if (!isKept) throw new Refusal('version-conflict');
  return shown({ version: expectedVersion + 1, settings });
};
