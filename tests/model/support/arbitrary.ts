import fc from 'fast-check';
import { type EventType, eventSchemas } from '@msp/workflows';

type Def = {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
  readonly options?: readonly Schema[];
  readonly element?: Schema;
  readonly innerType?: Schema;
};
type Schema = { readonly _zod: { readonly def: Def } };

const days = fc.integer({ min: 0, max: 3650 }).map((n) => new Date(Date.UTC(2017, 0, 1 + n)).toISOString());

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((said) => said.trim() !== ''),
  fc.constantFrom('She said: “no”.', '=1+1', '__proto__', 'constructor', '<b>', 'שלום', '👩🏾‍🦽'),
);

/** A few names, so that random events speak of the same outcomes, offers and enquiries. */
const names = fc.constantFrom('one', 'two', 'three', 'constructor');

const isName = (field: string): boolean => /^(outcome|support|enquiry)Id$/.test(field);

const of = (schema: Schema, field = ''): fc.Arbitrary<unknown> => {
  const { type, format, shape = {}, entries = {}, values = [], options = [], element, innerType } = schema._zod.def;
  switch (type) {
    case 'string':
      if (isName(field)) return names;
      if (field === 'limb') return fc.constantFrom('needs', 'abuseOrRisk', 'unableToProtect');
      if (format === 'date') return days.map((day) => day.slice(0, 10));
      return format === 'datetime' ? days : text;
    case 'int':
    case 'number':
      return fc.integer({ min: 1, max: 5 });
    case 'enum':
      return fc.constantFrom(...Object.values(entries));
    case 'literal':
      return fc.constantFrom(...values);
    case 'union':
      return fc.oneof(...options.map((option) => of(option)));
    case 'array':
      return element ? fc.array(of(element), { maxLength: 4 }) : fc.constant([]);
    case 'optional':
      return innerType ? of(innerType, field) : fc.constant(undefined);
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, of(inner, name)])), {
        noNullPrototype: true,
        requiredKeys: Object.keys(shape).filter((name) => shape[name]?._zod.def.type !== 'optional'),
      });
    default:
      return fc.constant({});
  }
};

/** Data of every shape that an event's schema takes, and now and then one that it does not. */
export const dataOf = Object.fromEntries(
  Object.entries(eventSchemas).map(([type, schema]) => [type, of(schema as unknown as Schema)]),
) as Readonly<Record<EventType, fc.Arbitrary<Record<string, unknown>>>>;
