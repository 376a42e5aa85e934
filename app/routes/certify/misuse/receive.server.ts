import { addMisuseFile } from '#app/features/certificates/claims/misuse/add-file.server.ts';
import { fileForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { receiveFile } from '#app/features/documents/receive.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';

/** The file of a request, kept as what shows a misuse: the same for an officer and for an audit's team. */
export const receiveMisuseFile = (
  request: Request,
  scope: Parameters<typeof addMisuseFile>[0],
  misuseId: string,
) =>
  receiveFile({
    ...{ request, storage: theStorage(), schema: fileForm },
    take: (form, file) =>
      addMisuseFile(scope, misuseId, form, {
        sha256: file.sha256,
        keep: (trx, shown) => addShown(trx, scope, { ...shown, kind: 'other' }, file),
      }),
  });
