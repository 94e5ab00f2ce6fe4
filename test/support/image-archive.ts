// Container images made of folders: an archive as "docker save" writes it, which every container runtime can load.
// Format: Docker Image Specification v1.2, "Combined Image JSON + Filesystem Changeset Format".
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from './command.ts';

/** One image of an archive. */
export interface ImageOptions {
  /** Full names with tags. */
  readonly names: readonly string[];
  /** Folder whose content is the image's root; images of one archive with the same folder share the layer. */
  readonly root: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

// The same folder makes the same bytes: names in order, no times, everything root's.
const neutral = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];

/** Writes an archive of images; the file appears when it is whole. */
export async function writeImageArchive(file: string, images: readonly ImageOptions[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const work = await mkdtemp(join(dirname(file), '.archive-'));
  try {
    const layers = new Map<string, string>();
    const manifest: unknown[] = [];
    const parts: string[] = [];
    for (const image of images) {
      let digest = layers.get(image.root);
      if (digest === undefined) {
        digest = await writeLayer(work, image.root);
        layers.set(image.root, digest);
        parts.push(`${digest}.tar`);
      }
      const config = JSON.stringify(imageConfig(image, digest));
      const name = `${createHash('sha256').update(config).digest('hex')}.json`;
      await writeFile(join(work, name), config);
      if (!parts.includes(name)) parts.push(name);
      manifest.push({ Config: name, RepoTags: image.names, Layers: [`${digest}.tar`] });
    }
    await writeFile(join(work, 'manifest.json'), JSON.stringify(manifest));
    await run('tar', ['-C', work, ...neutral, '-cf', join(work, 'archive'), 'manifest.json', ...parts]);
    await rename(join(work, 'archive'), file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function writeLayer(work: string, root: string): Promise<string> {
  const layer = join(work, 'layer');
  await run('tar', ['-C', root, ...neutral, '-cf', layer, '.']);
  const hash = createHash('sha256');
  await pipeline(createReadStream(layer), hash);
  const digest = hash.digest('hex');
  await rename(layer, join(work, `${digest}.tar`));
  return digest;
}

function imageConfig(image: ImageOptions, digest: string): unknown {
  return {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: {
      Env: Object.entries({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...image.env }).map(
        ([name, value]) => `${name}=${value}`,
      ),
      ...(image.entrypoint === undefined ? {} : { Entrypoint: image.entrypoint }),
      ...(image.command === undefined ? {} : { Cmd: image.command }),
      WorkingDir: '/',
    },
    rootfs: { type: 'layers', diff_ids: [`sha256:${digest}`] },
    history: [{ created_by: 'subnetes test bed' }],
  };
}
