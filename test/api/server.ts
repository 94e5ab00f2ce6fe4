// One API server with the installation applied, shared by all tests of this folder: started by the first that asks, ended after the last.
import { after } from 'mocha';
import { installation, type Manifest, toYaml } from '../../operator/install/install.ts';
import { type KindName, kinds } from '../../src/api/generated/kinds.ts';
import { apiVersion } from '../../src/api/group.ts';
import { customResourceDefinition } from '../../src/generate/custom-resource-definition.ts';
import { loadKindSchemas } from '../../src/generate/json-schema.ts';
import { type ApiAnswer, ApiServer, type ApiUser } from '../support/api-server.ts';

const sources = new URL('../../crds/schemas/', import.meta.url);

let shared: Promise<ApiServer> | undefined;

after(async function () {
  this.timeout(60_000);
  await (await shared)?.stop();
});

/** The shared server, with everything of operator/install applied and the kinds served. */
export function apiServer(): Promise<ApiServer> {
  shared ??= started();
  return shared;
}

async function started(): Promise<ApiServer> {
  const api = await ApiServer.start();
  const manifests: readonly Manifest[] = installation(await loadKindSchemas(sources));
  await api.kubectl(['apply', '--server-side', '-f', '-'], toYaml(manifests));
  await api.kubectl(['wait', '--for=condition=Established', '--timeout=30s', 'customresourcedefinitions', '--all']);
  return api;
}

/** The CustomResourceDefinitions by kind, as they are applied. */
export async function definitions(): Promise<ReadonlyMap<string, ReturnType<typeof customResourceDefinition>>> {
  const all = await loadKindSchemas(sources);
  return new Map(all.map((kind) => [kind.kind, customResourceDefinition(kind)]));
}

/** The namespace of the tests' namespaced objects. */
export const testNamespace = 'default';

/** The path of a kind's collection, or of one object. */
export function pathOf(kind: KindName, name?: string): string {
  const { plural, namespaced } = kinds[kind];
  const scope = namespaced ? `/namespaces/${testNamespace}` : '';
  return `/apis/${apiVersion}${scope}/${plural}${name === undefined ? '' : `/${name}`}`;
}

/** An object to send. */
export function objectOf(
  kind: KindName,
  name: string,
  spec?: unknown,
): { readonly metadata: { readonly name: string } } {
  return { apiVersion, kind, metadata: { name }, ...(spec === undefined ? {} : { spec }) } as never;
}

/** How a request is made: as whom, and whether it has effects. */
export interface Manner {
  readonly user?: ApiUser;
  readonly dryRun?: boolean;
}

/** Creates an object; unknown fields are refused, as kubectl asks for. */
export async function create(kind: KindName, name: string, spec?: unknown, manner: Manner = {}): Promise<ApiAnswer> {
  const api = await apiServer();
  const query = `?fieldValidation=Strict${manner.dryRun === true ? '&dryRun=All' : ''}`;
  const user = manner.user === undefined ? {} : { user: manner.user };
  return api.request('POST', `${pathOf(kind)}${query}`, { body: objectOf(kind, name, spec), ...user });
}

/** Applies a merge patch to an object, or to its status when `part` is `/status`. */
export async function patch(
  kind: KindName,
  name: string,
  change: unknown,
  manner: Manner & { readonly part?: '/status' } = {},
): Promise<ApiAnswer> {
  const api = await apiServer();
  const query = `?fieldValidation=Strict${manner.dryRun === true ? '&dryRun=All' : ''}`;
  const user = manner.user === undefined ? {} : { user: manner.user };
  return api.request('PATCH', `${pathOf(kind, name)}${manner.part ?? ''}${query}`, {
    body: change,
    type: 'application/merge-patch+json',
    ...user,
  });
}

/** Deletes an object. */
export async function remove(kind: KindName, name: string): Promise<void> {
  await (await apiServer()).request('DELETE', pathOf(kind, name));
}
