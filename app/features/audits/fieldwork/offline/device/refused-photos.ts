import type { Photo } from '../model.ts';
import type { Store } from '../store.ts';
import { part, put, show } from './dom.ts';

/**
 * A photo the server did not take is on this device alone: its person saves it elsewhere, and drops it here only after a
 * question.
 */
export function markPhoto(row: HTMLElement, { id, name }: Photo) {
  Object.assign(row.dataset, { photo: id, name });
  show(row, 'photo', true);
}

/** One listener for all of them: rows come and go. */
export function listenToPhotos(root: HTMLElement, store: Store, changed: () => void) {
  const done: Record<string, (row: HTMLElement, id: string) => Promise<void> | void> = {
    'photo-save': (row, id) => save(row, id, store),
    'photo-drop': (row) => ask(row, true),
    'photo-keep': (row) => ask(row, false),
    'photo-drop-now': (row, id) => store.dropPhoto(id).then(changed),
  };
  part(root, 'matter-list').addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('[data-photo]');
    const pressed = target.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? '';
    const id = row?.dataset['photo'];
    if (row && id) void done[pressed]?.(row, id);
  });
}

function ask(row: HTMLElement, asked: boolean) {
  show(row, 'photo-question', asked);
  part(row, asked ? 'photo-keep' : 'photo-drop').focus();
}

async function save(row: HTMLElement, id: string, store: Store) {
  const picture = await store.picture(id);
  if (!picture) return void put(row, 'copied', 'The picture is gone from this device.');
  const to = document.createElement('a');
  to.href = URL.createObjectURL(picture);
  to.download = row.dataset['name'] ?? 'photo';
  to.click();
  // The browser reads it first; a minute is enough for the largest.
  setTimeout(() => URL.revokeObjectURL(to.href), 60_000);
  put(row, 'copied', 'Given to your browser to save. Look that it is there before you drop it here.');
}
