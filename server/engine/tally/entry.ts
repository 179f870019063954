/** What stands under a key, made where there is nothing yet. Names of policies may be those of every object's own. */
export function entry<T>(record: Record<string, T>, key: string, make: () => T): T {
  if (Object.hasOwn(record, key)) return record[key]!;
  const made = make();
  record[key] = made;
  return made;
}
