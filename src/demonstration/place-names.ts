import type { Dice } from "./dice.ts";
import { isReal } from "./real-names.ts";
import { words } from "./listed.ts";

const beginnings = `
Amber Aspen Bellow Bobbin Bracken Bramble Breeze Candle Cinder Clover Copper Cowslip Curlew Damson Drift Dunlin Ember
Fennel Fiddle Finch Garnet Gorse Heron Juniper Kestrel Lantern Lark Lichen Linnet Lupin Mallow Medlar Merlin Mizzle
Opal Osprey Petrel Pewter Pippin Plover Quill Quince Saffron Siskin Sorrel Sparrow Swallow Tansy Teasel Thimble
Thistle Tinder Velvet Vesper Whimbrel Whisper Yarrow Zephyr
`;

const endings = `
barrow beck borough bourne bridge brook by cliffe combe cross dale den fell field garth gate ham haven hithe holt hurst
ley low market marsh mere minster moor mouth ness port ridge scar stead stow thorpe ton wald well wick wold worth
`;

/** Every place name there is, shuffled: a bird, a flower or a thing with an English ending, and none that exists. */
export function placeNames(dice: Dice): string[] {
  const names = words(beginnings).flatMap((beginning) =>
    words(endings).map((ending) => join(beginning, ending)),
  );
  const invented = names.filter((name) => !isReal(name));
  return dice.some(invented, invented.length);
}

/** "Fell" after "Bell" would stutter, and nobody spells a letter three times. */
function join(beginning: string, ending: string): string {
  const tripled = beginning.at(-1) === beginning.at(-2) && beginning.at(-1) === ending[0];
  return beginning + (tripled ? ending.slice(1) : ending);
}
