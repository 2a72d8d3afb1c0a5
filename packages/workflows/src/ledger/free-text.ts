import { type CaseEvent, type EventType, eventSchemas, isEventType } from '../case/events.js';
import { label, words } from '../kit/fields.js';

type Schema = { readonly _zod: { readonly def: Def } };
type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
};

/** Where a schema takes what people write: a text itself, the fields of an object, each member of a list, or any string below. */
type Place = 'text' | 'anything' | { readonly each: Place } | ReadonlyMap<string, Place>;

const isId = (field: string): boolean => field.endsWith('Id');

const placeOf = (schema: Schema, field: string): Place | undefined => {
  const { type, shape, element, innerType } = schema._zod.def;
  if ((schema as unknown) === words || (schema as unknown) === label) return isId(field) ? undefined : 'text';
  if (type === 'optional' && innerType) return placeOf(innerType, field);
  if (type === 'record') return 'anything';
  if (type === 'array' && element) {
    const each = placeOf(element, field);
    return each && { each };
  }
  if (!shape) return undefined;
  const fields = Object.entries(shape).flatMap(([name, inner]) => {
    const place = placeOf(inner, name);
    return place ? [[name, place] as const] : [];
  });
  return fields.length > 0 ? new Map(fields) : undefined;
};

const places = new Map<EventType, Place | undefined>();

const placeIn = (type: EventType): Place | undefined => {
  if (!places.has(type)) places.set(type, placeOf(eventSchemas[type] as unknown as Schema, ''));
  return places.get(type);
};

type Change = (text: string, path: string) => unknown;

const below = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);

const memberOf = (place: Place): Place | undefined =>
  place === 'anything' ? place : typeof place === 'object' && 'each' in place ? place.each : undefined;

const fieldOf = (place: Place, name: string): Place | undefined =>
  place === 'anything' ? place : place instanceof Map ? (place as ReadonlyMap<string, Place>).get(name) : undefined;

/** A field that somebody named `__proto__` would vanish by assignment, and the seal would not cover it. */
const put = (into: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') into[name] = value;
  else Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true });
};

const change = (value: unknown, place: Place, path: string, by: Change): unknown => {
  if (typeof value === 'string') return typeof place === 'string' ? by(value, path) : value;
  if (Array.isArray(value)) {
    const each = memberOf(place);
    return each ? value.map((member, index) => change(member, each, below(path, index), by)) : (value as unknown);
  }
  if (typeof value !== 'object' || value === null) return value;
  const next: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const at = fieldOf(place, name);
    put(next, name, at ? change(inner, at, below(path, name), by) : inner);
  }
  return next;
};

/**
 * The data of an event with each free text changed: everything that its schema takes as words or as a name. Derived from the
 * schemas, so a field that is added tomorrow is covered. The data of a correction count as free text as a whole.
 */
export const changeTexts = ({ type, data }: CaseEvent, by: Change): unknown => {
  const place = isEventType(type) ? placeIn(type) : 'anything';
  return data === undefined || place === undefined ? data : change(data, place, '', by);
};

/** The same for the data that a correction puts in place of those of an entry of this type. */
export const changeTextsOf = (type: EventType, data: unknown, by: Change): unknown => {
  const place = placeIn(type);
  return place === undefined ? data : change(data, place, '', by);
};
