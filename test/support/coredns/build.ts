// CoreDNS, the DNS of the cluster of real nodes, built once from the pinned Go module beside this file.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goProgram } from '../go-build.ts';

const module = fileURLToPath(new URL('.', import.meta.url));

/**
 * The path of CoreDNS.
 * @param log told what is done when it takes long
 * @throws GoBuildError when it can't be built on this machine
 */
export async function corednsBinary(log: (line: string) => void = console.error): Promise<string> {
  const version = /^(?:require)?\s*github\.com\/coredns\/coredns (v\S+)/m.exec(
    await readFile(join(module, 'go.mod'), 'utf8'),
  )?.[1];
  if (version === undefined) throw new Error('go.mod requires no CoreDNS');
  return goProgram(
    { ...{ name: 'coredns', module, cache: 'coredns', source: '.', version }, patience: 'about 2 minutes' },
    log,
  );
}
