// The image of the product as a root of its own: everything that the programs call is there with its libraries, and they start.
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pluginInImage, programInImage } from '../../../operator/install/programs.ts';
import { cniVersions } from '../../../operator/cni/spec.ts';
import { run } from '../../support/command.ts';
import { agentPrograms, fillProductRoot } from '../../support/product-image.ts';

describe('the image', function () {
  this.timeout(60_000);
  let root: string;
  const within = (program: string, args: readonly string[], input = '', env: Record<string, string> = {}) =>
    run('chroot', [root, '/usr/bin/env', '-i', ...Object.entries(env).map((pair) => pair.join('=')), program, ...args], { input });

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'subnetes-image-'));
    await fillProductRoot(root);
  });
  after(() => rm(root, { recursive: true, force: true }));
});
