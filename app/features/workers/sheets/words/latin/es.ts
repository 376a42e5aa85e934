import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const es: SheetWords = {
  title: 'Listas para consejeros',
  lead: 'Todos los reclutadores del registro de un país, para imprimir o guardar. La situación puede cambiar cualquier día: compruebe otra vez antes de que alguien pague o firme.',
  where: '¿Qué país?',
  other: 'Otro país',
  inCountry: 'Reclutadores en {country}',
  print: 'Imprimir (PDF)',
  table: 'Tabla (CSV)',
  part: 'Parte {part} de {parts}',
  nobody: 'Nadie de este país está en el registro.',
  more: 'Las partes impresas tienen los primeros {count} nombres. La tabla los tiene todos.',
  fresh: 'Así estaba el {when}. Puede cambiar cualquier día.',
  absent: 'De un nombre que no está en esta lista no se sabe que sea seguro. No pague.',
  anew: 'Compruebe cada nombre otra vez antes de que alguien pague o firme:',
  from: 'De «{first}» a «{last}».',
  name: 'Nombre',
  local: 'Nombre en su escritura',
  number: 'Número',
  standing: 'Situación',
  licences: 'Licencias',
  place: 'Lugar',
  until: 'Fin del certificado',
  unprintable: 'En letras que este papel no puede mostrar',
};
