// Packages of another Debian release than the machine's own, downloaded by an apt of its own beside the system's: nothing is installed.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';

/** One Debian release, with its package lists in a work folder of the caller's. */
export class DebianSuite {
  readonly #apt: readonly string[];
  readonly #folder: string;

  private constructor(apt: readonly string[], folder: string) {
    this.#apt = apt;
    this.#folder = folder;
  }

  /**
   * Fetches the package lists of a release (a few seconds).
   * @param suite the release's name: trixie, sid
   * @param folder where lists and packages go; it must exist
   * @throws Error when the machine's apt sources name no mirror, CommandError when apt fails
   */
  static async open(suite: string, folder: string): Promise<DebianSuite> {
    const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
    const uri = await debianMirror();
    if (uri === undefined) throw new Error('no Debian mirror is named in the apt sources of this machine');
    await Promise.all(
      [join('lists', 'partial'), 'apt', 'debs'].map((name) => mkdir(join(folder, name), { recursive: true })),
    );
    const sources = join(folder, 'sources.list');
    await writeFile(sources, `deb [signed-by=${keyring}] ${uri} ${suite} main\n`);
    // Private sources and lists; an empty status file, so that nothing counts as installed already.
    const apt = [
      `-oDir::Etc::SourceList=${sources}`,
      '-oDir::Etc::SourceParts=/dev/null',
      `-oDir::State::Lists=${join(folder, 'lists')}`,
      `-oDir::Cache=${join(folder, 'apt')}`,
      '-oDir::State::status=/dev/null',
      `-oAPT::Sandbox::User=${userInfo().username}`,
    ];
    const opened = new DebianSuite(apt, folder);
    await run('apt-get', [...apt, '-qq', 'update'], opened.#patience);
    return opened;
  }

  /** Names of everything that the packages depend on, themselves included. */
  async closure(packages: readonly string[]): Promise<ReadonlySet<string>> {
    const quiet = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(
      (kind) => `--no-${kind}`,
    );
    const args = [...this.#apt, 'depends', '--recurse', ...quiet, ...packages];
    const { stdout } = await run('apt-cache', args, this.#patience);
    return new Set(stdout.split('\n').map((line) => line.split(/[ :]/, 1)[0] ?? ''));
  }

  /** Downloads packages and hands back the paths of all that were downloaded so far, sorted. */
  async download(packages: Iterable<string>): Promise<readonly string[]> {
    await run('apt-get', [...this.#apt, '-qq', 'download', ...new Set(packages)], this.#patience);
    const debs = join(this.#folder, 'debs');
    return (await readdir(debs))
      .filter((file) => file.endsWith('.deb'))
      .sort()
      .map((file) => join(debs, file));
  }

  get #patience(): { readonly timeout: number; readonly cwd: string } {
    return { timeout: 300_000, cwd: join(this.#folder, 'debs') };
  }
}

// The mirror that this machine installs from: the first of its apt sources, in the deb822 or in the one-line format.
async function debianMirror(): Promise<string | undefined> {
  const candidates: readonly [string, RegExp][] = [
    ['/etc/apt/sources.list.d/debian.sources', /^URIs:\s*(\S+)/m],
    ['/etc/apt/sources.list', /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/m],
  ];
  for (const [file, pattern] of candidates) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const uri = pattern.exec(text)?.[1];
    if (uri !== undefined) return uri;
  }
  return undefined;
}
