// The CNI plugin as one executable, so that nodes need no Node.js: a single executable application (nodejs.org/api/single-executable-
// applications.html), which is this machine's Node with the bundled plugin in it. A code cache makes it no faster: the plugin is 3 kB.
import { chmod, copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.ts';

/** What Node looks for in itself: the fuse that postject turns over when it adds the plugin. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Makes the executable from dist/cni.cjs (about 5 s, 83 MB). @param file where to; it appears when it is whole */
export async function makePluginExecutable(file: string): Promise<void> {
  const work = await mkdtemp(join(dirname(file), '.plugin-'));
  try {
    const bundle = await readFile(fileURLToPath(new URL('../../dist/cni.cjs', import.meta.url)), 'utf8');
    await writeFile(join(work, 'cni.cjs'), bundle.replace(/^#!.*\n/, ''));
    // Names without folders: they are part of the result, which shall be the same every time.
    const config = { main: 'cni.cjs', output: 'cni.blob', disableExperimentalSEAWarning: true };
    await writeFile(join(work, 'cni.json'), JSON.stringify(config));
    await run(process.execPath, ['--experimental-sea-config', 'cni.json'], { cwd: work });
    const program = join(work, 'program');
    await copyFile(process.execPath, program);
    // Debug symbols are a tenth of it. Before the blob is in: strip would throw that out.
    await run('strip', [program]);
    const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js');
    const resource = ['NODE_SEA_BLOB', join(work, 'cni.blob'), '--sentinel-fuse', fuse];
    await run(process.execPath, [postject, program, ...resource]);
    await chmod(program, 0o755);
    await rename(program, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
