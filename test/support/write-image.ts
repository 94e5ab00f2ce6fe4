// "make image": writes the container image of the product to dist/, as an archive that `ctr images import` and `docker load` take.
import { copyFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { productImage } from './product-image.ts';

const file = fileURLToPath(new URL('../../dist/subnetes-image.tar', import.meta.url));
const { archive, name } = await productImage(console.log);
await copyFile(archive, file);
console.log(`image: dist/subnetes-image.tar, ${name}, ${Math.round((await stat(file)).size / 1e6)} MB`);
