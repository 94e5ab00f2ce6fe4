// Finds kubectl: the machine's own, or one built from the pinned Kubernetes module when there is none.
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { searchPath } from './command.ts';
import { kubernetesBinary } from './kubernetes/build.ts';

let found: Promise<string> | undefined;

/** Path of kubectl. The first call may build it, see {@link kubernetesBinary}; later calls are free. */
export function kubectlProgram(log?: (line: string) => void): Promise<string> {
  found ??= find(log);
  return found;
}

async function find(log: ((line: string) => void) | undefined): Promise<string> {
  for (const folder of searchPath.split(':').filter(Boolean)) {
    const path = join(folder, 'kubectl');
    const executable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (executable) return path;
  }
  return kubernetesBinary('kubectl', log);
}
