export type {
  APIButtonComponent, APIComponentInContainer, APIMessageTopLevelComponent, APISectionComponent, APISelectMenuComponent, APISeparatorComponent, APIMediaGalleryItem, APIUnfurledMediaItem,
} from 'discord.js'

/** The wire's numbers; discord.js itself stays out of the browser. They are written as const so that a switch over a component's type narrows. */
export const ComponentType = {
  ActionRow: 1, Button: 2, StringSelect: 3, TextInput: 4, UserSelect: 5, RoleSelect: 6, MentionableSelect: 7, ChannelSelect: 8, Section: 9, TextDisplay: 10, Thumbnail: 11,
  MediaGallery: 12, File: 13, Separator: 14, Container: 17, Label: 18, FileUpload: 19, RadioGroup: 21, CheckboxGroup: 22, Checkbox: 23,
} as const
