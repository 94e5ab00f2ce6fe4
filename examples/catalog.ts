/** The examples by name: where they are, and what their programs print. Read by `make generate`, by the tests and by the demo. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = new URL('./', import.meta.url);

const header =
  '# Synthesized from main.ts in this folder by `make generate`: do not edit.\n' +
  '# In the demo nodes are called n1, n2 and n3; in a real cluster leave spec.nodeName out, the scheduler writes it.\n';

/** One example. */
export interface Example {
  /** Name of its folder, as `01-two-vpcs`. */
  readonly name: string;
  /** Path of the committed YAML. */
  readonly yaml: string;
}

/** All examples, in the order of their numbers. */
export async function allExamples(): Promise<readonly Example[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .map(({ name }) => ({ name, yaml: fileURLToPath(new URL(`${name}/main.yaml`, folder)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What main.yaml must hold: the output of main.ts below a header.
 * @throws Error with its output when the program fails
 */
export async function synthesize({ name }: Example): Promise<string> {
  const program = fileURLToPath(new URL(`${name}/main.ts`, folder));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program]);
  return header + stdout;
}
