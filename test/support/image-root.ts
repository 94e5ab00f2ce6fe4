// Folders that become container images: programs of this system with the libraries that they load, laid out as Debian does.
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { run } from './command.ts';

/** Makes an empty root: the usual folders, and the users root and nobody. */
export async function makeRoot(root: string): Promise<void> {
  const system = ['usr/bin', 'usr/sbin', 'usr/lib', 'usr/lib64', 'etc', 'root', 'var/tmp', 'tmp'];
  for (const folder of [...system, 'proc', 'sys', 'dev', 'run']) await mkdir(join(root, folder), { recursive: true });
  for (const folder of ['bin', 'sbin', 'lib', 'lib64']) await symlink(`usr/${folder}`, join(root, folder));
  await symlink('../run', join(root, 'var/run'));
  for (const folder of ['tmp', 'var/tmp']) await chmod(join(root, folder), 0o1777);
  await writeFile(
    join(root, 'etc/passwd'),
    'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/bin/false\n',
  );
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\n');
  await writeFile(join(root, 'etc/nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n');
}

/** Copies every program of some packages of this system, and the libraries that these programs load. */
export async function copyPackages(root: string, packages: readonly string[]): Promise<void> {
  const { stdout } = await run('dpkg-query', ['-L', ...packages]);
  await copyPrograms(
    root,
    stdout.split('\n').filter((path) => /^(\/usr)?\/s?bin\/[^/]+$/.test(path)),
  );
}

/** Copies programs of this system by their paths, and the libraries that they load. */
export async function copyPrograms(root: string, paths: readonly string[]): Promise<void> {
  const programs = new Set<string>();
  for (const path of paths) {
    programs.add(await realpath(path));
    await copyInto(root, path);
  }
  await Promise.all([...(await librariesOf([...programs]))].map((path) => copyInto(root, path)));
}

/** Puts a name for a program, where this system leaves that to Debian's alternatives. */
export async function alias(root: string, name: string, target: string): Promise<void> {
  await rm(join(root, 'usr/bin', name), { force: true });
  await symlink(target, join(root, 'usr/bin', name));
}

// What is in /bin here is in /usr/bin there.
async function copyInto(root: string, path: string): Promise<void> {
  const place = path.startsWith('/usr/') ? path : `/usr${path}`;
  await mkdir(join(root, dirname(place)), { recursive: true });
  await copyFile(await realpath(path), join(root, place));
}

/** The shared libraries of programs, their loader included, by the paths under which they are loaded. */
async function librariesOf(programs: readonly string[]): Promise<ReadonlySet<string>> {
  // ldd says of a script that it is no dynamic executable, and ends with code 1.
  const { stdout } = await promisify(execFile)('ldd', [...programs], { maxBuffer: 16 * 1024 * 1024 }).catch(
    (error: { stdout: string }) => error,
  );
  const found = stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g);
  return new Set([...found].flatMap(([, path]) => (path === undefined || basename(path) === '' ? [] : [path])));
}
