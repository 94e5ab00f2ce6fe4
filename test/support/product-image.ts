// The container image of the product, made without a container engine: Node, the bundled programs, the CNI plugin as one executable, and
// the programs that the agent calls. "make image" writes it to dist/; the Dockerfile in operator/install makes the same with Docker.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pluginInImage } from '../../operator/install/programs.ts';
import { defaultImage } from '../../operator/install/settings.ts';
import { bundles, dist } from './bundles.ts';
import { run } from './command.ts';
import { writeImageArchive } from './image-archive.ts';
import { copyPrograms, makeRoot } from './image-root.ts';
import { makePluginExecutable } from './plugin-executable.ts';

/** The programs that the agent calls (operator/agent/command.ts, netlink-monitor.ts), by the packages that have them. */
export const agentPrograms = {
  iproute2: ['ip', 'tc'],
  conntrack: ['conntrack'],
  'iputils-ping': ['ping'],
  nftables: ['nft'],
  ethtool: ['ethtool'],
  procps: ['sysctl'],
  'util-linux': ['nsenter'],
} as const;

/** Finds or makes the image of what is in dist/ (about ten seconds). It is kept in the user's cache folder; only the newest is. */
export async function productImage(log: (line: string) => void = () => {}): Promise<{
  readonly archive: string;
  readonly name: string;
}> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'subnetes', 'product-image');
  const archive = join(cache, `${await contentKey()}.tar`);
  if ((await stat(archive).catch(() => undefined)) === undefined) {
    const started = performance.now();
    log('the image of the product: making it (about ten seconds) …');
    await rm(cache, { recursive: true, force: true });
    await mkdir(cache, { recursive: true });
    const root = await mkdtemp(join(cache, '.root-'));
    try {
      await fillProductRoot(root);
      await writeImageArchive(archive, [{ names: [fullName(defaultImage)], root }]);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
    log(`the image of the product: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return { archive, name: defaultImage };
}

/** Fills an empty folder with what is in the image. */
export async function fillProductRoot(root: string): Promise<void> {
  await makeRoot(root);
  const tools = Object.values(agentPrograms).flat();
  const paths = await Promise.all(tools.map(async (name) => (await run('which', [name])).stdout.trim()));
  await copyPrograms(root, [process.execPath, ...paths]);
  await run('strip', [join(root, process.execPath)]);
  const programs = join(root, dirname(pluginInImage));
  await mkdir(programs, { recursive: true });
  for (const file of await bundles()) await copyFile(dist(file), join(programs, file));
  await makePluginExecutable(join(root, pluginInImage));
}

// A name without a registry means this one to every container runtime.
const fullName = (name: string): string => `docker.io/library/${name}`;

// Everything that the image is made of: the bundles, Node and the packages, and how it is made.
async function contentKey(): Promise<string> {
  const files = [...(await bundles()), 'cni.cjs'].map(dist);
  const code = ['product-image.ts', 'plugin-executable.ts', 'image-root.ts', 'image-archive.ts'];
  const texts = await Promise.all([
    ...files.map((file) => readFile(file)),
    ...code.map((name) => readFile(new URL(name, import.meta.url))),
  ]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${Package}=${Version} ';
  const { stdout } = await run('dpkg-query', [
    '-W',
    '-f',
    format,
    ...Object.keys(agentPrograms),
    'libc6',
    'libstdc++6',
  ]);
  const hash = createHash('sha256').update(`${basename(defaultImage)} ${process.version} ${stdout}`);
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}
