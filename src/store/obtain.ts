/** What of a `Map` or `WeakMap` is used. */
interface Keyed<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** The value of a map under a key, made and kept when there is none. */
export function obtain<K, V>(map: Keyed<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
