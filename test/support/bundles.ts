// Which files of dist/ are the bundles of the programs: these, what they share, and the source maps.
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A path in dist/. */
export const dist = (name: string): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Names of the bundles that are in dist/, sorted. */
export const bundles = async (): Promise<readonly string[]> =>
  (await readdir(dist(''))).filter((file) => /\.js(\.map)?$/.test(file)).sort();
