/**
 * The network configuration list that makes a container runtime call our plugin. Its appearance makes the node Ready, so it is the
 * last thing that an agent does when it starts; afterwards STATUS says how things are.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the file: runtimes take the first of the folder in the order of names. */
export const conflistName = '10-subnetes.conflist';

/** The text of the list for an agent that listens at `socket`. */
export function conflist(socket: string): string {
  const list = {
    // The newest specification; GC and STATUS are in no older one.
    cniVersion: '1.1.0',
    name: 'subnetes',
    plugins: [{ type: 'subnetes', socket }],
  };
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

/**
 * Writes the list, if another text stands there. The temporary file is in the same folder: containerd does not notice a file
 * that is moved in from elsewhere.
 */
export async function writeConflist(folder: string, socket: string): Promise<void> {
  const path = join(folder, conflistName);
  const text = conflist(socket);
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  await mkdir(folder, { recursive: true });
  // No name that a runtime would read: it wants .conf, .conflist or .json.
  const temporary = join(folder, `.${conflistName}.${process.pid}`);
  try {
    await writeFile(temporary, text, { mode: 0o644 });
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
