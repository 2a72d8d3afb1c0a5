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

/** What a schema takes at one place: free text or not, and what stands below it. */
type Place = {
  readonly isText?: true;
  readonly each?: Place | undefined;
  readonly fields?: (name: string) => Place | undefined;
};

const text: Place = { isText: true };

/** Any string below is free text. */
const anything: Place = {
  isText: true,
  get each() {
    return anything;
  },
  fields: () => anything,
};

const isId = (field: string): boolean => field.endsWith('Id');

const placeOf = (schema: Schema, field: string): Place | undefined => {
  const { type, shape, element, innerType } = schema._zod.def;
  if ((schema as unknown) === words || (schema as unknown) === label) return isId(field) ? undefined : text;
  if (innerType) return placeOf(innerType, field);
  if (type === 'record') return anything;
  if (element) return { each: placeOf(element, field) };
  if (!shape) return undefined;
  const fields = new Map(Object.entries(shape).map(([name, inner]) => [name, placeOf(inner, name)]));
  return { fields: (name) => fields.get(name) };
};

const places = new Map<EventType, Place | undefined>();

const placeIn = (type: EventType): Place | undefined => {
  if (!places.has(type)) places.set(type, placeOf(eventSchemas[type] as unknown as Schema, ''));
  return places.get(type);
};

type Change = (text: string, path: string) => unknown;

const below = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);

/** A field that somebody named `__proto__` would vanish by assignment, and the seal would not cover it. */
const put = (into: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') into[name] = value;
  else Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true });
};

const change = (value: unknown, place: Place | undefined, path: string, by: Change): unknown => {
  if (typeof value === 'string') return place?.isText ? by(value, path) : value;
  if (Array.isArray(value)) return value.map((member, index) => change(member, place?.each, below(path, index), by));
  if (typeof value !== 'object' || value === null) return value;
  const next: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    put(next, name, change(inner, place?.fields?.(name), below(path, name), by));
  }
  return next;
};

/**
 * The data of an event with each free text changed: everything that its schema takes as words or as a name. Derived from the
 * schemas, so a field that is added tomorrow is covered. The data of a correction count as free text as a whole.
 */
export const changeTexts = ({ type, data }: CaseEvent, by: Change): unknown =>
  change(data, isEventType(type) ? placeIn(type) : anything, '', by);

/** The same for the data that a correction puts in place of those of an entry of this type. */
export const changeTextsOf = (type: EventType, data: unknown, by: Change): unknown =>
  change(data, placeIn(type), '', by);
