const megabyte = 1024 * 1024;
export const mostDocumentBytes = 25 * megabyte;
/** What one upload may carry at all. */
export const mostUploadBytes = 200 * megabyte;

/** Scans and photographs of papers. */
export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;

/** Photographs alone. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

const office = 'application/vnd.openxmlformats-officedocument';
export const wordType = `${office}.wordprocessingml.document`;
export const sheetType = `${office}.spreadsheetml.sheet`;
export const slidesType = `${office}.presentationml.presentation`;
export const officeTypes: readonly string[] = [wordType, sheetType, slidesType];

const extensions: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/aac': ['aac'],
  'audio/wav': ['wav'],
  'audio/webm': ['webm', 'weba'],
  [wordType]: ['docx'],
  [sheetType]: ['xlsx'],
  [slidesType]: ['pptx'],
};

/** The name without folders and control characters, ending as its content is: nobody is handed a program by its name. */
export function nameFor(filename: string, mediaType: string) {
  const base = filename.split(/[/\\]/).at(-1) ?? '';
  const own = Array.from(base.replace(/\p{C}/gu, '')).slice(-190).join('');
  const known = extensions[mediaType] ?? [];
  const ends = own.split('.').at(-1)?.toLowerCase() ?? '';
  return known.length === 0 || known.includes(ends) ? own : `${own || 'file'}.${known[0] ?? ''}`;
}

/** "1.8 MB". */
export function bytesInWords(bytes: number) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
