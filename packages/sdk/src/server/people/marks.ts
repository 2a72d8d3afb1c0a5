import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventData, StoredEvent } from '@msp/workflows';
import type { PersonMark } from '../../store/port.js';
import type { TenantKeys } from '../tenants/tenant-key.js';

type Concern = EventData<'concern.raised'>;
type Adult = NonNullable<Concern['adult']>;

const FORMS_OF_ADDRESS = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'lady', 'dame', 'rev']);

/** How a name is written differs from form to form: accents, order, capitals and forms of address are left out. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '' && !FORMS_OF_ADDRESS.has(part))
    .sort()
    .join(' ');

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s{0,3}(\d[A-Z]{2})\b/gi;

/** The last postcode of an address, in one spelling. */
const postcodeOf = (address: string): string | undefined => {
  const last = [...address.slice(0, 2_000).matchAll(POSTCODE)].at(-1);
  return last && `${last[1] ?? ''}${last[2] ?? ''}`.toUpperCase();
};

/** What the record says of the adult now: as the concern was raised, or corrected later. */
const adultOf = (events: readonly StoredEvent[]): Adult | undefined => {
  const concern = events.find(({ type }) => type === 'concern.raised');
  const corrected = events.findLast(
    ({ type, data }) =>
      type === 'entry.corrected' && (data as { entryId?: string } | undefined)?.entryId === concern?.id,
  );
  const data = corrected ? (corrected.data as { data?: unknown }).data : concern?.data;
  return (data as Concern | undefined)?.adult;
};

/**
 * Keyed hashes of what is known of the adult, by which cases about one person find one another: name with date of birth, and name with
 * postcode. Nothing where too little is known: a name alone is many people's. Equal marks mean equal spelling, and no more: whether it is
 * the same person is for people to say.
 */
export const marksOf = async (
  keys: TenantKeys,
  tenant: string,
  events: readonly StoredEvent[],
): Promise<readonly PersonMark[]> => {
  const adult = adultOf(events);
  const name = plainName(adult?.name ?? '');
  if (!adult || name === '') return [];
  const postcode = postcodeOf(adult.address ?? '');
  const known: [PersonMark['kind'], string | undefined][] = [
    ['name-and-birth', adult.dateOfBirth],
    ['name-and-postcode', postcode],
  ];
  const key = await keys.get(tenant, 'people');
  return known.flatMap(([kind, value]) =>
    value === undefined
      ? []
      : [{ kind, mark: bytesToHex(hmac(sha256, key, utf8ToBytes(JSON.stringify([tenant, kind, name, value])))) }],
  );
};

/** Whether an event may change what is known of the adult. */
export const changesAdult = ({ type }: StoredEvent): boolean => type === 'concern.raised' || type === 'entry.corrected';
