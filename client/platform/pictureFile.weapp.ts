import Taro from '@tarojs/taro';

/** A drawn canvas as a picture's path on the phone, or null when it could not be had. */
export function pictureFile(id: string): Promise<string | null> {
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery().select(`#${id}`);
    query.fields({ node: true }).exec((results: readonly ({ readonly node?: Taro.Canvas } | null)[]) => {
      const canvas = results[0]?.node;
      if (canvas === undefined) {
        resolve(null);
        return;
      }
      const taken = Taro.canvasToTempFilePath({ canvas });
      void taken.then(
        ({ tempFilePath }) => resolve(tempFilePath),
        () => resolve(null),
      );
    });
  });
}

/** Saves a drawn canvas in the phone's album. False when the person, or the phone, did not let us. */
export const savePicture: (id: string, name: string) => Promise<boolean> = async (id) => {
  const filePath = await pictureFile(id);
  if (filePath === null) return false;
  try {
    await Taro.saveImageToPhotosAlbum({ filePath });
    return true;
  } catch {
    return false;
  }
};
