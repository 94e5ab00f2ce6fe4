/** Elements above which a set is one of the language's own. */
const MOST = 8;

/**
 * A set that mostly has few elements, as a value: nothing, the only element itself, an array of exactly its length, or, above eight elements, a
 * `Set` that changes in place. A `Set` needs 200 bytes before its first element, and the graph has two sets for each cell. Elements are
 * neither arrays nor sets.
 */
export type Few<T extends object | string> = undefined | T | readonly T[] | Set<T>;

/** How many elements there are. */
export function sizeOf<T extends object | string>(few: Few<T>): number {
  if (few === undefined) return 0;
  if (few instanceof Set) return few.size;
  return isList(few) ? few.length : 1;
}

/** Whether the element is there. */
export function holds<T extends object | string>(few: Few<T>, element: T): boolean {
  if (few === undefined) return false;
  if (few instanceof Set) return few.has(element);
  return isList(few) ? few.includes(element) : few === element;
}

/** The set with the element; a `Set` is changed. */
export function plus<T extends object | string>(few: Few<T>, element: T): Few<T> {
  if (few === undefined) return element;
  if (few instanceof Set) return few.add(element);
  if (!isList(few)) return few === element ? few : [few, element];
  if (few.includes(element)) return few;
  // Not pushed, nor spread: an array that grows takes 16 places more.
  return few.length < MOST ? few.concat([element]) : new Set(few).add(element);
}

/** The set without the element; a `Set` is changed. */
export function minus<T extends object | string>(few: Few<T>, element: T): Few<T> {
  if (few === undefined || few === element) return undefined;
  if (few instanceof Set) {
    few.delete(element);
    return few.size === 0 ? undefined : few;
  }
  const index = isList(few) ? few.indexOf(element) : -1;
  if (!isList(few) || index === -1) return few;
  return few.length === 2 ? few[1 - index] : few.toSpliced(index, 1);
}

/** The elements, in the order in which they were added. */
export function each<T extends object | string>(few: Few<T>): Iterable<T> {
  if (few === undefined) return none;
  return few instanceof Set || isList(few) ? few : [few];
}

const none: readonly never[] = [];

const isList = <T extends object | string>(few: T | readonly T[]): few is readonly T[] => Array.isArray(few);
