type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutOne = (data: Data, [field = '', ...rest]: readonly string[]): Data => {
  const { [field]: value, ...others } = data;
  return rest.length > 0 && isData(value) ? { ...others, [field]: withoutOne(value, rest) } : others;
};

/** Data without these fields. A dotted path names a field of a field. */
export const without = (data: object, hidden: readonly string[]): Data =>
  hidden.reduce((left, path) => withoutOne(left, path.split('.')), { ...data } as Data);
