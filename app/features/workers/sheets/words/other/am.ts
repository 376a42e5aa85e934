import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const am: SheetWords = {
  title: 'ለአማካሪዎች ዝርዝር',
  lead: 'በአንድ አገር መዝገብ ያሉ ቀጣሪ ኤጀንሲዎች ሁሉ፣ ለማተም ወይም ለማስቀመጥ። ሁኔታው በማንኛውም ቀን ሊለወጥ ይችላል፤ ማንም ከመክፈሉ ወይም ከመፈረሙ በፊት እንደገና ያረጋግጡ።',
  where: 'የትኛው አገር?',
  other: 'ሌላ አገር',
  inCountry: 'ቀጣሪ ኤጀንሲዎች፦ {country}',
  print: 'ያትሙ (PDF)',
  table: 'ሠንጠረዥ (CSV)',
  part: 'ክፍል {part} ከ {parts}',
  nobody: 'በመዝገቡ ከዚህ አገር ማንም የለም።',
  more: 'በሚታተሙት ክፍሎች የመጀመሪያዎቹ {count} ስሞች አሉ። በሠንጠረዡ ሁሉም አሉ።',
  fresh: 'በ {when} እንዲህ ነበር። በማንኛውም ቀን ሊለወጥ ይችላል።',
  absent: 'በዚህ ዝርዝር የሌለ ስም ደህና መሆኑ አይታወቅም። አይክፈሉ።',
  anew: 'ማንም ከመክፈሉ ወይም ከመፈረሙ በፊት እያንዳንዱን ስም እንደገና ያረጋግጡ፦',
  from: 'ከ “{first}” እስከ “{last}”።',
  name: 'ስም',
  local: 'ስም በራሱ ፊደል',
  number: 'ቁጥር',
  standing: 'ሁኔታ',
  licences: 'ፈቃዶች',
  place: 'ቦታ',
  until: 'የምስክር ወረቀቱ መጨረሻ',
  unprintable: 'ይህ ወረቀት ሊያሳያቸው በማይችላቸው ፊደሎች',
};
