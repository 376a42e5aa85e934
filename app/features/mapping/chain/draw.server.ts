import { layOut } from './layout.server.ts';
import type { Chain } from './model.ts';
import { drawingOf, type Drawing, type Judged } from './picture/drawing.ts';
import { pictureOf } from './picture/picture.ts';

/** A chain as a page shows it. */
export async function drawChain(chain: Chain, judged: Judged = {}): Promise<Drawing> {
  const picture = pictureOf(chain);
  return drawingOf(chain, { picture, laid: await layOut(picture) }, judged);
}
