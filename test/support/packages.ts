// Installs the Debian packages that the test bed needs, when they are missing: "make setup" runs this file.
import { setTimeout as delay } from 'node:timers/promises';
import { CommandError, run } from './command.ts';
import { agentPrograms } from './product-image.ts';

/**
 * Debian packages of the bed: the oldest supported OVN and Open vSwitch (other versions are unpacked beside them), etcd, runc, what the agent
 * calls, and tools.
 */
export const packages: readonly string[] = [
  ...Object.keys(agentPrograms),
  ...[
    'openvswitch-switch',
    'openvswitch-common',
    'openvswitch-pki',
    'ovn-central',
    'ovn-host',
    'ovn-common',
    'etcd-server',
  ],
  ...['tcpdump', 'iperf3', 'socat', 'openssl', 'python3', 'ca-certificates', 'binutils'],
  // Real nodes (containerd itself is unpacked beside the system), and what goes into the container images of tests.
  ...['runc', 'catatonit', 'bash', 'dash', 'coreutils', 'curl', 'wget', 'netcat-openbsd'],
  ...['bind9-dnsutils', 'bind9-host', 'grep', 'sed', 'mawk', 'hostname'],
];

/** The packages among `wanted` that are not installed. */
export async function missingPackages(wanted: readonly string[] = packages): Promise<readonly string[]> {
  // dpkg-query fails when it does not know one of the names, but prints the others all the same.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const query = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...wanted]).catch(
    (error: unknown) => {
      if (error instanceof CommandError && error.exitCode === 1) return error;
      throw error;
    },
  );
  const installed = new Set(
    query.stdout.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return wanted.filter((name) => !installed.has(name));
}

/**
 * Installs what is missing with apt-get. Services that packages would start are not wanted, and the bed does not use them.
 * @throws CommandError when apt-get fails
 */
export async function installPackages(log: (line: string) => void): Promise<void> {
  const missing = await missingPackages();
  if (missing.length === 0) return log(`packages: all ${packages.length} are installed`);
  log(`packages: installing ${missing.join(' ')} (once, about 30 s) …`);
  const started = performance.now();
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-E'];
  const apt = async (...args: readonly string[]): Promise<void> => {
    const [program = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    for (let attempt = 1; ; attempt += 1) {
      try {
        await run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 900_000 });
        return;
      } catch (error) {
        // Another apt holds the lock, or the mirror hiccupped: both pass.
        if (attempt === 3) throw error;
        await delay(attempt * 3_000);
      }
    }
  };
  await apt('-qq', 'update');
  await apt('-qq', 'install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...missing);
  const left = await missingPackages();
  if (left.length > 0)
    throw new Error(`apt-get said it had installed everything, but ${left.join(', ')} are still missing`);
  log(`packages: installed after ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
