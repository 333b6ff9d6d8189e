export {
  type OwnTexts,
  type RenderedNotification,
  renderNotification,
  type TemplatedNotification,
} from './render-notification.ts'
export { templateLanguage } from './template-language.ts'
