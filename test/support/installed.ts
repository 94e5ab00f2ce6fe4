// The product installed as a user does it: the image on the nodes, the manifests with this cluster's settings, the programs as pods.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installation, toYaml } from '../../operator/install/install.ts';
import { removal, removalName } from '../../operator/install/removal.ts';
import type { InstallSettings } from '../../operator/install/settings.ts';
import { loadKindSchemas } from '../../src/generate/json-schema.ts';
import type { Bed } from './bed.ts';
import { systemNamespace } from './bed-kubernetes.ts';
import { productImage } from './product-image.ts';

/** The Secret with the certificates for the databases. */
const tlsSecret = 'ovn';

/** The settings of an installation on a bed of real nodes with TLS. */
export async function installSettings(
  bed: Bed,
  networkConfig: Readonly<Record<string, unknown>>,
): Promise<InstallSettings> {
  const database = { northbound: [bed.northbound.underlay], southbound: [bed.southbound.underlay], tlsSecret };
  return {
    image: (await productImage()).name,
    apiServer: new URL(bed.kube.underlayUrl).host,
    networkConfig: { ...networkConfig, database },
  };
}

/** Installs the product and waits until all its pods are ready and the nodes take pods. */
export async function installAsPods(bed: Bed, networkConfig: Readonly<Record<string, unknown>>): Promise<void> {
  await loadImage(bed);
  const settings = await installSettings(bed, networkConfig);
  const schemas = await loadKindSchemas(new URL('../../crds/schemas/', import.meta.url));
  const manifests = installation(schemas, settings);
  const apply = (objects: typeof manifests) =>
    bed.kube.kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], toYaml(objects));
  // The kinds must be served before an object of one can be made.
  const isConfig = ({ kind }: (typeof manifests)[number]): boolean => kind === 'NetworkConfig';
  await apply(manifests.filter((manifest) => !isConfig(manifest)));
  await bed.kubectl('wait', '--for=condition=Established', '--timeout=60s', 'crd', '--all');
  await apply(manifests.filter(isConfig));
  await makeSecret(bed);
  for (const program of ['deployment/controller', 'daemonset/agent'])
    await bed.kubectl('rollout', 'status', program, '-n', systemNamespace, '--timeout=120s');
  const nodes = bed.nodes.map(({ name }) => `node/${name}`);
  await bed.kubectl('wait', '--for=condition=Ready', '--timeout=30s', ...nodes);
  await bed.kubectl('wait', '--for=create', '--timeout=30s', 'serviceaccount/default', '-n', 'default');
}

/** Takes the product away as a user does: the removal, and then what was applied. */
export async function uninstallPods(bed: Bed, networkConfig: Readonly<Record<string, unknown>>): Promise<void> {
  const { networkConfig: _gone, ...settings } = await installSettings(bed, networkConfig);
  const schemas = await loadKindSchemas(new URL('../../crds/schemas/', import.meta.url));
  await bed.kube.kubectl(['apply', '-f', '-'], toYaml(removal(settings)));
  const job = ['-n', systemNamespace, `job/${removalName}`];
  try {
    await bed.kubectl('wait', '--for=condition=complete', '--timeout=150s', ...job);
  } catch (error) {
    const pods = await bed.kubectl('get', 'pods', '-A', '-o', 'wide').catch(String);
    throw new Error(`${pods}\n${await bed.kubectl('logs', ...job).catch(String)}`, { cause: error });
  }
  const applied = [...removal(settings), ...installation(schemas, settings)];
  await bed.kube.kubectl(['delete', '--ignore-not-found', '--timeout=90s', '-f', '-'], toYaml(applied));
}

/** Puts the image on all nodes, and takes away the plugin that the bed itself installed. */
async function loadImage(bed: Bed): Promise<void> {
  const { archive } = await productImage();
  await Promise.all(
    bed.nodes.map(async (node) => {
      await rm(join(node.binDirectory, 'subnetes'), { force: true });
      await node.kubelet.ctr('images', 'import', archive);
    }),
  );
}

async function makeSecret(bed: Bed): Promise<void> {
  if (bed.tls === undefined) throw new Error('start the bed with { tls: true }');
  const { ca, cert, key } = bed.tls;
  const files = Object.entries({ 'ca.crt': ca, 'tls.crt': cert, 'tls.key': key });
  const data = Object.fromEntries(
    await Promise.all(files.map(async ([name, file]) => [name, (await readFile(file)).toString('base64')] as const)),
  );
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: tlsSecret, namespace: systemNamespace }, data };
  await bed.kube.kubectl(['apply', '-f', '-'], JSON.stringify(secret));
}
