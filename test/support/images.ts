// The container images of real nodes, made on this machine: upstream's agnhost from the pinned Kubernetes module, and around it the
// programs that upstream's tests call in its containers, from the packages of this system. No registry is asked.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.ts';
import { type ImageOptions, writeImageArchive } from './image-archive.ts';
import { alias, copyPackages, makeRoot } from './image-root.ts';
import { kubernetesBinary, kubernetesSources } from './kubernetes/build.ts';

/** The images, under the names that upstream's tests use. */
export interface ContainerImages {
  /** An archive of all of them, for `ctr images import`. */
  readonly archive: string;
  /** Name of the image of sandboxes. */
  readonly pause: string;
  /** Name of upstream's image of test servers and clients; holds bash, curl, nc, dig, ip, ss, ping as well. */
  readonly agnhost: string;
  /** Name of an image with a shell and the usual tools, and no program of its own. */
  readonly shell: string;
}

/** What images hold beside what those of every bed do. */
export interface ImageAdditions {
  /** Programs at the root of all images but the sandboxes': name → path on this machine. */
  readonly programs: Readonly<Record<string, string>>;
  /** Further images: the identifier in upstream's list of test images → the command that starts it, with its arguments. */
  readonly images: Readonly<Record<string, readonly string[]>>;
}

/** Packages of this system whose programs go into the image of test servers. */
const toolPackages = [
  ...[
    'bash',
    'dash',
    'coreutils',
    'curl',
    'netcat-openbsd',
    'bind9-dnsutils',
    'bind9-host',
    'iproute2',
    'iputils-ping',
  ],
  ...['grep', 'sed', 'mawk', 'hostname', 'procps', 'iperf3', 'libc-bin', 'util-linux', 'wget'],
];

/** Finds or makes the images; they are kept in the user's cache folder (about 150 MB, a few seconds once). */
export async function containerImages(
  log: (line: string) => void = () => {},
  additions: ImageAdditions = { programs: {}, images: {} },
): Promise<ContainerImages> {
  const [agnhost, sources, versions, code] = await Promise.all([
    kubernetesBinary('agnhost', log),
    kubernetesSources(),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
    run('dpkg-query', ['-W', '-f', '${Package}=${Version} ', 'catatonit', ...toolPackages]),
    readFile(fileURLToPath(import.meta.url)),
  ]);
  const name = await upstreamNames(sources);
  const names = {
    pause: name('Pause'),
    agnhost: name('Agnhost'),
    busybox: name('BusyBox'),
    dns: name('GlibcDnsTesting'),
  };
  const more = Object.entries(additions.images).map(([id, command]) => ({ names: [name(id)], entrypoint: command }));
  const { size, mtimeMs } = await stat(agnhost);
  const added = await Promise.all(
    Object.entries(additions.programs).map(async ([program, path]) => [program, path, (await stat(path)).mtimeMs]),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([agnhost, size, mtimeMs, versions.stdout, names, added, more]))
    .update(code);
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'subnetes', 'images');
  const archive = join(cache, `${key.digest('hex').slice(0, 16)}.tar`);
  if (!(await exists(archive))) {
    const started = performance.now();
    log('container images: making them (once, a few seconds) …');
    await make(archive, cache, { ...additions.programs, agnhost }, sources, names, more);
    log(`container images: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return { archive, pause: names.pause, agnhost: names.agnhost, shell: names.busybox };
}

type Names = Readonly<Record<'pause' | 'agnhost' | 'busybox' | 'dns', string>>;

// Upstream's tests know their images by these names: test/utils/image/manifest.go, initRegistryConfig and initImageConfigs.
async function upstreamNames(sources: string): Promise<(id: string) => string> {
  const text = await readFile(join(sources, 'test', 'utils', 'image', 'manifest.go'), 'utf8');
  return (id) => {
    const [, registry, image, version] =
      new RegExp(`configs\\[${id}\\] = Config{list\\.(\\w+), "([^"]+)", "([^"]+)"}`).exec(text) ?? [];
    const [, server] = new RegExp(`\\b${registry}:\\s+"([^"]+)"`).exec(text) ?? [];
    if (image === undefined || server === undefined) throw new Error(`Kubernetes' list of test images has no ${id}`);
    return `${server}/${image}:${version}`;
  };
}

async function make(
  archive: string,
  cache: string,
  programs: Readonly<Record<string, string>>,
  sources: string,
  names: Names,
  more: readonly Omit<ImageOptions, 'root'>[],
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.work-'));
  try {
    const [pause, tools] = [join(work, 'pause'), join(work, 'tools')];
    await Promise.all([mkdir(pause), mkdir(tools)]);
    await copyFile('/usr/bin/catatonit', join(pause, 'pause'));
    await fillTools(tools);
    for (const [program, path] of Object.entries(programs)) await copyFile(path, join(tools, program));
    await symlink('agnhost', join(tools, 'agnhost-2'));
    for (const file of ['localhost.crt', 'localhost.key'])
      await copyFile(join(sources, 'test', 'images', 'agnhost', 'porter', file), join(tools, file));
    const shell: Omit<ImageOptions, 'names'> = { root: tools, command: ['/bin/sh'] };
    await writeImageArchive(archive, [
      { names: [names.pause], root: pause, entrypoint: ['/pause', '-P'] },
      { names: [names.agnhost], root: tools, entrypoint: ['/agnhost'], command: ['pause'] },
      { ...shell, names: [names.busybox] },
      { ...shell, names: [names.dns] },
      ...more.map((image) => ({ ...image, root: tools })),
    ]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

// A root with the programs of the packages and the libraries that they load.
async function fillTools(root: string): Promise<void> {
  await makeRoot(root);
  await mkdir(join(root, 'uploads'));
  await copyPackages(root, toolPackages);
  // As busybox' wget, which upstream's image has: one try.
  await writeFile(join(root, 'etc/wgetrc'), 'tries = 1\n');
  await alias(root, 'sh', 'dash');
  await alias(root, 'nc', 'nc.openbsd');
  await alias(root, 'awk', 'mawk');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
