// "make conformance": upstream's own tests of a cluster's network, against a bed of real nodes with the product on it and no kube-proxy.
//
// KUBERNETES_E2E  path of an e2e.test binary; without it one is built from the pinned Kubernetes module
// FOCUS           regular expression: only specs whose names match, excluded ones too
// PROCS           specs at a time, 3 when absent
// NODES           real nodes in three zones, 3 when absent; three specs want two in each zone: NODES=6 FOCUS='Traffic Distribution'
// KEEP=1          leaves the bed for a look
// DOCS=write      writes docs/conformance.md anew
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cluster, podCidrs } from '../support/cluster.ts';
import { clusterDns, corednsPath } from '../support/cluster-dns.ts';
import { corednsBinary } from '../support/coredns/build.ts';
import type { ImageAdditions } from '../support/images.ts';
import { kubernetesBinary } from '../support/kubernetes/build.ts';
import { type Abilities, deviationOf, exclusionOf, shortName, staleExclusions } from './exclusions.ts';
import { routeToPods } from './pod-routes.ts';
import { type Outcome, type Spec, Suite } from './suite.ts';
import { countStates, failureList, groupTable, skipList } from './table.ts';

const nodes = Number(process.env.NODES ?? 3);
const log = (line: string): void => console.log(line);
const directory = fileURLToPath(new URL('../../dist/conformance', import.meta.url));
const document = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));
const focus = process.env.FOCUS ? new RegExp(process.env.FOCUS) : undefined;

const started = performance.now();
await rm(directory, { recursive: true, force: true });
const suite = await Suite.find(log);
const version = await suite.version();
const specs = await suite.list('sig-network', directory);
const stale = staleExclusions(specs);
if (stale.length > 0) throw new Error(`exclusions that no spec is affected by: ${stale.join(', ')}`);
const abilities: Abilities = { sctp: /^SCTP\b/m.test(await readFile('/proc/net/protocols', 'utf8')) };
const excluded = specs.flatMap((spec): readonly Outcome[] => {
  const reason = focus === undefined ? exclusionOf(spec, abilities) : undefined;
  return reason === undefined ? [] : [{ spec, state: 'skipped', message: reason, seconds: 0, output: '' }];
});
const chosen = specs.filter(
  (spec) => !excluded.some((each) => each.spec === spec) && (focus?.test(shortName(spec)) ?? true),
);
log(`Kubernetes ${version}: ${chosen.length} of ${specs.length} specs of sig-network are run`);

const additions: ImageAdditions = {
  programs: {
    [corednsPath]: await corednsBinary(log),
    'regression-issue-74839': await kubernetesBinary('regression-issue-74839', log),
  },
  images: {
    // Specs want pods that run, not nginx.
    Nginx: ['/agnhost', 'test-webserver'],
    RegressionIssue74839: ['/regression-issue-74839'],
  },
};
const cluster = await Cluster.up({ kubelets: true, external: true, nodes, images: additions, log });
let ran: readonly Outcome[];
let ovn: string;
try {
  const { bed } = cluster;
  ovn = bed.ovn.version;
  await routeToPods(bed, podCidrs);
  await Promise.all(
    bed.nodes.map(({ name }, index) =>
      cluster.kubectl('label', 'node', name, `topology.kubernetes.io/zone=zone-${index % 3}`),
    ),
  );
  await cluster.apply(...clusterDns(bed.images.agnhost));
  await cluster.wait('deployment/coredns', 'condition=Available', 90, '-n', 'kube-system');
  const { server, underlayUrl } = bed.kube;
  const kubeconfig = await server.writeKubeconfig('conformance', { certificate: server.admin }, underlayUrl);
  const processes = Number(process.env.PROCS ?? 3);
  ran = await suite.run({ specs: chosen, netns: bed.underlay, kubeconfig, nodes, processes, directory, log });
} finally {
  await cluster.down();
}

const outcomes = [...ran, ...excluded];
await writeOutputs(ran);
const minutes = ((performance.now() - started) / 60_000).toFixed(0);
const table = groupTable(outcomes);
const failures = failureList(outcomes);
log(`\nSkipped:\n${skipList(outcomes)}`);
if (failures !== '') log(`\nFailed (outputs in ${directory}):\n${failures}`);
log(`\n${table}\n\nKubernetes ${version}, OVN ${ovn}, ${nodes} nodes, ${minutes} min`);
if (process.env.DOCS === 'write' && focus === undefined) await writeDocument();
const { passed, failed, skipped } = countStates(outcomes);
log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
const unexpected = outcomes.filter(({ spec, state }) => state === 'failed' && deviationOf(spec) === undefined).length;
if (failed > 0) log(`${failed - unexpected} of the failures are known, see the reasons above`);
process.exitCode = unexpected === 0 && passed > 0 ? 0 : 1;

async function writeOutputs(results: readonly Outcome[]): Promise<void> {
  for (const { spec, state, message, output } of results) {
    if (state === 'failed')
      await writeFile(join(directory, `${fileName(spec)}.log`), `${spec.name}\n\n${message}\n\n${output}`);
  }
}

function fileName(spec: Spec): string {
  return shortName(spec).replace(/\W+/g, '-').slice(0, 150);
}

async function writeDocument(): Promise<void> {
  const text = `# Conformance

Upstream's own tests of a cluster's network: the ${specs.length} specs \`[sig-network]\` of Kubernetes ${version}'s \`e2e.test\`, run against ${nodes} real nodes
(kubelet, containerd, Open vSwitch, OVN ${ovn}) with Subnetes as their network, CoreDNS as cluster DNS, and no kube-proxy. No spec gets a second try.

Written by \`DOCS=write make conformance\`; \`FOCUS='should support allow-all' make conformance\` runs single specs, also those that are skipped here.

${table}

${failures === '' ? 'Everything that can run here passes.' : `## Failed\n\n${failures}`}

## Skipped

${skipList(outcomes)}
`;
  await mkdir(join(document, '..'), { recursive: true });
  await writeFile(document, text);
  log(`written: ${document}`);
}
