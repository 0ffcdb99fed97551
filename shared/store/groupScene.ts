const groupScene = /^g\.([0-9A-Za-z_-]{1,30})$/;

/** What a group's entry code carries: 32 characters at most, of those that the platform takes in a scene. */
export function groupSceneOf(groupId: string): string {
  return `g.${groupId}`;
}

/** The group whose entry code was scanned, or null for any other scene. */
export function groupOfScene(scene: string): string | null {
  return groupScene.exec(scene)?.[1] ?? null;
}
