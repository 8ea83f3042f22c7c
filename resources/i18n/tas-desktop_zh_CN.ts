<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About TAS Desktop</source>
        <translation>关于 TAS Desktop</translation>
    </message>
    <message>
        <source>Type what you mean, pick the mask, export.
Apache License 2.0.</source>
        <translation>输入您所指的内容，选择掩码，导出。
Apache License 2.0。</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>程序库及其许可证</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL 3.0 and can be exchanged for another build.</source>
        <translation>Qt 与 PySide6 按 LGPL 3.0 使用，可以替换为其他构建版本。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Mas&amp;k</source>
        <translation>掩码(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation>帮助(&amp;L)</translation>
    </message>
    <message>
        <source>Open folder of pictures …</source>
        <translation>打开图片文件夹…</translation>
    </message>
    <message>
        <source>Open project file …</source>
        <translation>打开项目文件…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>Import dataset …</source>
        <translation>导入数据集…</translation>
    </message>
    <message>
        <source>Export dataset …</source>
        <translation>导出数据集…</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Accept the selected candidate</source>
        <translation>接受选中的候选</translation>
    </message>
    <message>
        <source>No such object in this picture</source>
        <translation>图片中没有该目标</translation>
    </message>
    <message>
        <source>Skip this expression</source>
        <translation>跳过此表达</translation>
    </message>
    <message>
        <source>Flag with a note …</source>
        <translation>标记并附注…</translation>
    </message>
    <message>
        <source>New expression</source>
        <translation>新建表达</translation>
    </message>
    <message>
        <source>Keep this text, decide later</source>
        <translation>保留此文本，稍后决定</translation>
    </message>
    <message>
        <source>Change the text in the list</source>
        <translation>在列表中修改文本</translation>
    </message>
    <message>
        <source>Remove this expression</source>
        <translation>移除此表达</translation>
    </message>
    <message>
        <source>Move this expression up</source>
        <translation>上移此表达</translation>
    </message>
    <message>
        <source>Move this expression down</source>
        <translation>下移此表达</translation>
    </message>
    <message>
        <source>Change the category …</source>
        <translation>更改类别…</translation>
    </message>
    <message>
        <source>Mend the text as the hint says</source>
        <translation>按提示修正文本</translation>
    </message>
    <message>
        <source>Hint at position words (as RefCOCO+ does without)</source>
        <translation>提示位置词（如 RefCOCO+ 不用位置词）</translation>
    </message>
    <message>
        <source>Previous expression of this picture</source>
        <translation>此图片的上一个表达</translation>
    </message>
    <message>
        <source>Next expression of this picture</source>
        <translation>此图片的下一个表达</translation>
    </message>
    <message>
        <source>Suggest expressions for this mask</source>
        <translation>为此掩码建议表达</translation>
    </message>
    <message>
        <source>Suggest expressions for all pictures without text</source>
        <translation>为所有没有文本的图片建议表达</translation>
    </message>
    <message>
        <source>Stop suggesting for all</source>
        <translation>停止批量建议表达</translation>
    </message>
    <message>
        <source>Ranking method and parameters …</source>
        <translation>排序方法与参数…</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Actual size, 1:1</source>
        <translation>实际大小 1:1</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>跟随系统颜色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色外观</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Next undecided picture</source>
        <translation>下一张未决图片</translation>
    </message>
    <message>
        <source>To the expression box</source>
        <translation>转到表达输入框</translation>
    </message>
    <message>
        <source>To the filter of the list</source>
        <translation>转到列表筛选框</translation>
    </message>
    <message>
        <source>Order: as added</source>
        <translation>顺序：按添加顺序</translation>
    </message>
    <message>
        <source>Order: smallest margin first</source>
        <translation>顺序：分差最小优先</translation>
    </message>
    <message>
        <source>Order: V, P and N disagree most first</source>
        <translation>顺序：V、P、N 分歧最大优先</translation>
    </message>
    <message>
        <source>Order: at random</source>
        <translation>顺序：随机</translation>
    </message>
    <message>
        <source>Filter and order the list anew</source>
        <translation>重新筛选并排序列表</translation>
    </message>
    <message>
        <source>Analyse this picture again</source>
        <translation>重新分析此图片</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>取消分析</translation>
    </message>
    <message>
        <source>Propose for all pictures</source>
        <translation>为所有图片生成候选</translation>
    </message>
    <message>
        <source>Rank all undecided expressions anew</source>
        <translation>重新排序所有未决表达</translation>
    </message>
    <message>
        <source>Stop proposing for all pictures</source>
        <translation>停止为所有图片生成候选</translation>
    </message>
    <message>
        <source>The last batch …</source>
        <translation>上一次批处理…</translation>
    </message>
    <message>
        <source>Back-check decisions, blind</source>
        <translation>盲法复核决定</translation>
    </message>
    <message>
        <source>Statistics …</source>
        <translation>统计…</translation>
    </message>
    <message>
        <source>Compare methods …</source>
        <translation>比较方法…</translation>
    </message>
    <message>
        <source>Models and profiles …</source>
        <translation>模型与配置…</translation>
    </message>
    <message>
        <source>Hand out in parts …</source>
        <translation>分发给多人…</translation>
    </message>
    <message>
        <source>Bring work back …</source>
        <translation>收回成果…</translation>
    </message>
    <message>
        <source>Report of the last merge …</source>
        <translation>上次合并的报告…</translation>
    </message>
    <message>
        <source>Deal into train, val and test …</source>
        <translation>划分为 train、val 和 test…</translation>
    </message>
    <message>
        <source>Categories …</source>
        <translation>类别…</translation>
    </message>
    <message>
        <source>Find moved pictures …</source>
        <translation>查找已移动的图片…</translation>
    </message>
    <message>
        <source>Replaced pictures …</source>
        <translation>被替换的图片…</translation>
    </message>
    <message>
        <source>Save again what is not saved</source>
        <translation>重新保存尚未保存的内容</translation>
    </message>
    <message>
        <source>Analyses on disk …</source>
        <translation>磁盘上的分析结果…</translation>
    </message>
    <message>
        <source>Command palette …</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>What the filter understands</source>
        <translation>筛选框支持的写法</translation>
    </message>
    <message>
        <source>About TAS Desktop</source>
        <translation>关于 TAS Desktop</translation>
    </message>
    <message>
        <source>Accept candidate {0}</source>
        <translation>接受候选 {0}</translation>
    </message>
    <message>
        <source>Walk the ranked candidates</source>
        <translation>在候选之间移动</translation>
    </message>
    <message>
        <source>Up / Down</source>
        <translation>上 / 下</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Accept what is painted; next expression or picture</source>
        <translation>接受画面上显示的内容；进入下一个表达或下一张图片</translation>
    </message>
    <message>
        <source>Accept that candidate</source>
        <translation>接受该候选</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+9</source>
        <translation>Alt+1 … Alt+9</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Let go of a held Enter; cancel a repair, end several</source>
        <translation>放弃等待中的 Enter；取消修补，结束多选</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>While a mask is repaired: the opposite of the tool (Shift too)</source>
        <translation>修补掩码时：工具的反向操作（Shift 亦可）</translation>
    </message>
    <message>
        <source>Arrows, X</source>
        <translation>方向键，X</translation>
    </message>
    <message>
        <source>While a mask is repaired: point and click by keys (Shift: finer)</source>
        <translation>修补掩码时：用按键移动和点击（Shift 更精细）</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>While several are chosen: choose the candidate in the list</source>
        <translation>多选时：选择列表中的候选</translation>
    </message>
    <message>
        <source>Alt+H</source>
        <translation>Alt+H</translation>
    </message>
    <message>
        <source>Hold for the bare picture (H outside text)</source>
        <translation>按住显示原图（文本框外按 H）</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>以光标为中心缩放</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Space+drag</source>
        <translation>空格+拖动</translation>
    </message>
    <message>
        <source>Move the picture (middle button too)</source>
        <translation>移动图片（也可用中键）</translation>
    </message>
    <message>
        <source>Edit the selected mask</source>
        <translation>修补选中的掩码</translation>
    </message>
    <message>
        <source>Draw a mask by hand</source>
        <translation>手工绘制掩码</translation>
    </message>
    <message>
        <source>Choose several candidates</source>
        <translation>选择多个候选</translation>
    </message>
    <message>
        <source>Points: + on the object, − beside it</source>
        <translation>点：+ 在目标上，− 在目标外</translation>
    </message>
    <message>
        <source>Box around the object</source>
        <translation>框选目标</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Polygon to add</source>
        <translation>添加多边形</translation>
    </message>
    <message>
        <source>Polygon to cut out, a hole</source>
        <translation>挖去多边形（孔洞）</translation>
    </message>
    <message>
        <source>Add another proposal</source>
        <translation>并入另一个提议</translation>
    </message>
    <message>
        <source>Cut another proposal out</source>
        <translation>减去另一个提议</translation>
    </message>
    <message>
        <source>Fill the holes</source>
        <translation>填补孔洞</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Accept the repaired mask</source>
        <translation>接受修补后的掩码</translation>
    </message>
    <message>
        <source>Cancel the repair</source>
        <translation>取消修补</translation>
    </message>
    <message>
        <source>Enter accepts what is painted</source>
        <translation>Enter 接受画面上显示的内容</translation>
    </message>
    <message>
        <source>the arrows walk the candidates</source>
        <translation>方向键在候选之间移动</translation>
    </message>
    <message>
        <source>it moves in the text</source>
        <translation>用于在文本中移动</translation>
    </message>
    <message>
        <source>it deletes text</source>
        <translation>用于删除文本</translation>
    </message>
    <message>
        <source>Tab goes from part to part</source>
        <translation>Tab 在各部分之间切换</translation>
    </message>
    <message>
        <source>it copies or selects text</source>
        <translation>用于复制或选择文本</translation>
    </message>
    <message>
        <source>Esc lets go</source>
        <translation>Esc 用于放弃</translation>
    </message>
    <message>
        <source>it is typed, or moves the picture</source>
        <translation>用于输入空格或移动图片</translation>
    </message>
    <message>
        <source>Alt+H shows the bare picture</source>
        <translation>Alt+H 显示原图</translation>
    </message>
    <message>
        <source>input methods use it</source>
        <translation>输入法要使用它</translation>
    </message>
    <message>
        <source>it opens the menu {0}</source>
        <translation>用于打开菜单“{0}”</translation>
    </message>
    <message>
        <source>{0} has it</source>
        <translation>{0}正在使用</translation>
    </message>
</context>
<context>
    <name>BackCheckMessages</name>
    <message>
        <source>Back-check: decide this one once more. The first choice and the order are hidden.</source>
        <translation>复核：请再决定一次。首次的选择和排序已隐藏。</translation>
    </message>
    <message>
        <source>Click the object or walk with the arrow keys; ‹skip› leaves it out.</source>
        <translation>点击目标或用方向键移动；‹skip› 略过。</translation>
    </message>
    <message>
        <source>Back-check: the same object as the first time, IoU {0}.</source>
        <translation>复核：与首次是同一目标，IoU {0}。</translation>
    </message>
    <message>
        <source>Back-check: not the object of the first time, IoU {0}. The first decision stands.</source>
        <translation>复核：与首次不是同一目标，IoU {0}。首次的决定保持不变。</translation>
    </message>
    <message>
        <source>The filter check:other lists such expressions, to be decided anew.</source>
        <translation>筛选 check:other 可列出这类表达，以便重新决定。</translation>
    </message>
    <message>
        <source>There is no decision left to check.</source>
        <translation>没有可复核的决定了。</translation>
    </message>
</context>
<context>
    <name>BatchCommands</name>
    <message>
        <source>Proposed for {0} pictures, {1} expressions ranked.</source>
        <translation>已为 {0} 张图片生成候选，已对 {1} 条表达排序。</translation>
    </message>
    <message>
        <source>{0} pictures were done before.</source>
        <translation>{0} 张图片此前已完成。</translation>
    </message>
    <message>
        <source>Stopped with {0} pictures left.</source>
        <translation>已停止，还剩 {0} 张图片。</translation>
    </message>
    <message>
        <source>{0} pictures were passed over.</source>
        <translation>跳过了 {0} 张图片。</translation>
    </message>
    <message>
        <source>Another mask comes first for {0} expressions.</source>
        <translation>{0} 个表达的首选掩码发生了变化。</translation>
    </message>
    <message>
        <source>Proposing for all pictures was cut short the last time.</source>
        <translation>上次为所有图片生成候选时被中断。</translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation>将从中断处继续。</translation>
    </message>
</context>
<context>
    <name>BatchReportDialog</name>
    <message>
        <source>The last batch</source>
        <translation>上一次批处理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Pictures passed over</source>
        <translation>跳过的图片</translation>
    </message>
    <message>
        <source>Expressions with another mask first</source>
        <translation>首选掩码有变化的表达</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>指代表达</translation>
    </message>
    <message>
        <source>Overlap with before</source>
        <translation>与之前的重叠</translation>
    </message>
    <message>
        <source>No picture was passed over</source>
        <translation>没有图片被跳过</translation>
    </message>
    <message>
        <source>Pictures that cannot be read, or at which a model fails, are listed here.</source>
        <translation>无法读取或模型处理失败的图片会列在这里。</translation>
    </message>
    <message>
        <source>No expression has another mask first</source>
        <translation>没有表达的首选掩码发生变化</translation>
    </message>
    <message>
        <source>What other models or parameters put first than before is listed here.</source>
        <translation>因更换模型或参数而改变首选掩码的表达会列在这里。</translation>
    </message>
    <message>
        <source>Passed over ({0})</source>
        <translation>已跳过（{0}）</translation>
    </message>
    <message>
        <source>Another mask first ({0})</source>
        <translation>首选掩码有变化（{0}）</translation>
    </message>
    <message>
        <source>The batch is running; what it passes over is listed at once.</source>
        <translation>批处理正在运行；跳过的内容会立即列出。</translation>
    </message>
    <message>
        <source>No batch has run since the project was opened.</source>
        <translation>打开项目以来没有运行过批处理。</translation>
    </message>
    <message>
        <source>Masks proposed for {0} pictures; {1} expressions ranked by {2}.</source>
        <translation>已为 {0} 张图片提出掩码；已用 {2} 对 {1} 条表达排序。</translation>
    </message>
    <message>
        <source>{0} pictures were done before.</source>
        <translation>{0} 张图片此前已完成。</translation>
    </message>
    <message>
        <source>Stopped with {0} pictures left.</source>
        <translation>已停止，还剩 {0} 张图片。</translation>
    </message>
</context>
<context>
    <name>BatchStrip</name>
    <message>
        <source>Progress of all pictures</source>
        <translation>所有图片的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop proposing for all pictures; what is done stays</source>
        <translation>停止为所有图片生成候选；已完成的会保留</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>All pictures: loading models …</source>
        <translation>所有图片：正在加载模型…</translation>
    </message>
    <message>
        <source>All pictures: {0} / {1}</source>
        <translation>所有图片：{0} / {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
    <message>
        <source>{0} expressions ranked</source>
        <translation>已排序 {0} 个表达</translation>
    </message>
    <message>
        <source>{0} pictures were done before</source>
        <translation>{0} 张图片此前已完成</translation>
    </message>
    <message>
        <source>{0} pictures passed over</source>
        <translation>跳过 {0} 张图片</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>还剩 {0} 秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>还剩 {0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>还剩 {0} 小时 {1} 分钟</translation>
    </message>
</context>
<context>
    <name>BootstrapCommands</name>
    <message>
        <source>Looking for words for pictures without text: {0} of {1}.</source>
        <translation>正在为没有文本的图片寻找表达：{0} / {1}。</translation>
    </message>
    <message>
        <source>Wrote {0} expressions for {1} pictures; each waits for your decision.</source>
        <translation>已为 {1} 张图片写出 {0} 个表达；每个都等待您的决定。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>{0} pictures were passed over.</source>
        <translation>跳过了 {0} 张图片。</translation>
    </message>
</context>
<context>
    <name>BringBackDialog</name>
    <message>
        <source>Bring work back</source>
        <translation>收回成果</translation>
    </message>
    <message>
        <source>Project file of the part</source>
        <translation>分包的项目文件</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>See what would come in; nothing is written</source>
        <translation>查看将会带入的内容；不写入任何数据</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Agreement by annotators</source>
        <translation>标注员一致性</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本项目</translation>
    </message>
    <message>
        <source>There</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突内容</translation>
    </message>
    <message>
        <source>Both decided</source>
        <translation>双方均已判定</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>平均 IoU</translation>
    </message>
    <message>
        <source>Same object</source>
        <translation>同一目标</translation>
    </message>
    <message>
        <source>Conflicts ({0})</source>
        <translation>冲突（{0}）</translation>
    </message>
    <message>
        <source>Agreement by annotators ({0})</source>
        <translation>标注员一致性（{0}）</translation>
    </message>
    <message>
        <source>Choose the project file that comes back, then look at what it brings.</source>
        <translation>请选择收回的项目文件，然后查看其中的内容。</translation>
    </message>
    <message>
        <source>Nothing looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>Nobody decided differently here and there.</source>
        <translation>两边没有不同的判定。</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>No expression was decided by both sides.</source>
        <translation>没有双方都已判定的表达。</translation>
    </message>
    <message>
        <source>A batch is writing to this project: stop it, or wait for its end.</source>
        <translation>批处理正在写入此项目：请停止它，或等待其结束。</translation>
    </message>
    <message>
        <source>TAS projects (*.tas)</source>
        <translation>TAS 项目 (*.tas)</translation>
    </message>
    <message>
        <source>What you decide meanwhile is written afterwards.</source>
        <translation>您在此期间的判定将随后写入。</translation>
    </message>
    <message>
        <source>Brought in. A click on a conflict goes to it; the filter status:flagged lists them all.</source>
        <translation>已并入。点击冲突即可前往；筛选 status:flagged 可列出全部冲突。</translation>
    </message>
    <message>
        <source>Brought in.</source>
        <translation>已并入。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>BroughtBack</name>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>one undecided</source>
        <translation>一方未判定</translation>
    </message>
    <message>
        <source>other mask</source>
        <translation>掩码不同</translation>
    </message>
    <message>
        <source>other decision</source>
        <translation>判定不同</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>文字不同</translation>
    </message>
    <message>
        <source>removed by one</source>
        <translation>一方已删除</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>无目标</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Everything in that project is here already.</source>
        <translation>该项目的全部内容这里已有。</translation>
    </message>
    <message>
        <source>{0} pictures, {1} expressions and {2} decisions would come in. Conflicts: {3}; for each both decisions would be kept, and the expression be flagged until somebody decides anew.</source>
        <translation>将带入 {0} 张图片、{1} 条表达和 {2} 项判定。冲突：{3}；每处冲突保留双方的判定，并标记该表达，直到有人重新判定。</translation>
    </message>
    <message>
        <source>{0} pictures, {1} expressions and {2} decisions came in. Conflicts: {3}; for each both decisions are kept, and the expression is flagged until somebody decides anew.</source>
        <translation>已带入 {0} 张图片、{1} 条表达和 {2} 项判定。冲突：{3}；每处冲突保留双方的判定，并标记该表达，直到有人重新判定。</translation>
    </message>
    <message>
        <source>No expression was decided by both sides.</source>
        <translation>没有双方都已判定的表达。</translation>
    </message>
    <message>
        <source>Both sides decided {0} expressions, {1} of them alike.</source>
        <translation>双方共同判定了 {0} 条表达，其中 {1} 条一致。</translation>
    </message>
    <message>
        <source>IoU of {0} pairs of masks: mean {1}, median {2}; the same object in {3}.</source>
        <translation>{0} 对掩码的 IoU：平均 {1}，中位数 {2}；其中 {3} 对为同一目标。</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>What you have decided is saved already. You can go on working; if the window behaves strangely, close it and open it again.</source>
        <translation>您的决定都已保存。可以继续工作；如果窗口表现异常，请关闭后重新打开。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>The log has it too: {0}</source>
        <translation>日志中也有记录：{0}</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The program has failed at something: {0}</source>
        <translation>程序出错：{0}</translation>
    </message>
    <message>
        <source>(and {0} times more)</source>
        <translation>（另有 {0} 次）</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CacheCommands</name>
    <message>
        <source>{0} freed. Pictures opened from now on are analysed anew.</source>
        <translation>已释放 {0}。此后打开的图片将重新分析。</translation>
    </message>
</context>
<context>
    <name>CacheDialog</name>
    <message>
        <source>Analyses on disk</source>
        <translation>磁盘上的分析结果</translation>
    </message>
    <message>
        <source>Share of the limit in use</source>
        <translation>已用上限的比例</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>An analysis that is kept spares the networks when its picture is opened again. The longest unused ones go first once the limit, which is in the settings, is reached. Decisions are not among them.</source>
        <translation>保留的分析结果使再次打开图片时无需运行网络。达到设置中的上限后，最久未用的先被删除。决定不在其中。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{0} of {1} in use, {2} pictures</source>
        <translation>已用 {0}，上限 {1}，{2} 张图片</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>位于 {0}</translation>
    </message>
    <message>
        <source>The open project keeps {0} of its own: masks and captions, without embeddings.</source>
        <translation>打开的项目自身保留 {0}：掩码与描述，不含嵌入特征。</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>outside the region</source>
        <translation>区域之外</translation>
    </message>
    <message>
        <source>same noun</source>
        <translation>同名词</translation>
    </message>
    <message>
        <source>no caption yet</source>
        <translation>尚无描述</translation>
    </message>
    <message>
        <source>{0} of the picture</source>
        <translation>占图片的 {0}</translation>
    </message>
    <message>
        <source>{0} was {1}</source>
        <translation>{0} 原为 {1}</translation>
    </message>
</context>
<context>
    <name>CandidatesPanel</name>
    <message>
        <source>Ranked candidates</source>
        <translation>按排名列出的候选</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Why this rank</source>
        <translation>为何是这个名次</translation>
    </message>
    <message>
        <source>rivals {0}</source>
        <translation>竞争者 {0}</translation>
    </message>
    <message>
        <source>{0} masks</source>
        <translation>{0} 个掩码</translation>
    </message>
    <message>
        <source>V only so far</source>
        <translation>目前仅有 V</translation>
    </message>
    <message>
        <source>order hidden</source>
        <translation>排序已隐藏</translation>
    </message>
    <message>
        <source>margin {0}</source>
        <translation>分差 {0}</translation>
    </message>
    <message>
        <source>No masks</source>
        <translation>没有掩码</translation>
    </message>
    <message>
        <source>‹analyse-again› analyses the picture again.</source>
        <translation>按 ‹analyse-again› 重新分析图片。</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>Open a folder to begin.</source>
        <translation>打开一个文件夹即可开始。</translation>
    </message>
    <message>
        <source>This picture cannot be read</source>
        <translation>无法读取此图片</translation>
    </message>
    <message>
        <source>‹next-image› goes on to the next one.</source>
        <translation>按 ‹next-image› 转到下一张。</translation>
    </message>
    <message>
        <source>No masks found</source>
        <translation>未找到掩码</translation>
    </message>
    <message>
        <source>‹no-target› says that there is no such object.</source>
        <translation>‹no-target› 表示没有该目标。</translation>
    </message>
    <message>
        <source>Looking for masks …</source>
        <translation>正在寻找掩码…</translation>
    </message>
    <message>
        <source>Type while you wait; they are ranked as they come.</source>
        <translation>可以边等边输入；掩码一到就会排序。</translation>
    </message>
    <message>
        <source>For instance: the striped red mug on the left.</source>
        <translation>例如：the striped red mug on the left。</translation>
    </message>
    <message>
        <source>‹suggest›, or a click on a thing, suggests words.</source>
        <translation>按 ‹suggest› 或点击物体，可得到建议的表达。</translation>
    </message>
    <message>
        <source>Type what you mean</source>
        <translation>输入您所指的内容</translation>
    </message>
    <message>
        <source>Ranking …</source>
        <translation>正在排序…</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>This picture cannot be read</source>
        <translation>无法读取此图片</translation>
    </message>
</context>
<context>
    <name>CanvasBar</name>
    <message>
        <source>Opacity of the mask</source>
        <translation>掩码不透明度</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
</context>
<context>
    <name>CategoryChip</name>
    <message>
        <source>Category of the object</source>
        <translation>目标的类别</translation>
    </message>
    <message>
        <source>Category: {0}</source>
        <translation>类别：{0}</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <source>Categories of the project</source>
        <translation>项目的类别</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别表</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Words that lead to it</source>
        <translation>指向它的词</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>A head noun that is a category or one of its words gives an object that category. Groups are the supercategories of exports. Change a cell with F2 or a double click; commas part the words. Undo takes back each change.</source>
        <translation>中心名词若是某类别或其词语之一，目标即归入该类别。分组即导出时的上级类别。按 F2 或双击修改单元格；词语用逗号分隔。每次修改都可撤销。</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>Category, or a word for it</source>
        <translation>类别，或指它的词</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别列表</translation>
    </message>
    <message>
        <source>Add “{0}” to the categories</source>
        <translation>将“{0}”添加为类别</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>{0} more</source>
        <translation>更多（{0}）</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>要找的目标</translation>
    </message>
    <message>
        <source>Something else in the picture; looking like it costs</source>
        <translation>图片中的其他事物；与之相像会扣分</translation>
    </message>
</context>
<context>
    <name>ChoicePrompt</name>
    <message>
        <source>Say what the mask shows; ⏎ accepts it, Esc cancels</source>
        <translation>请写出掩码所示内容；⏎ 接受，Esc 取消</translation>
    </message>
    <message>
        <source>⏎ accepts the repaired mask and {0} more   Esc cancels</source>
        <translation>⏎ 接受修补后的掩码及另外 {0} 个   Esc 取消</translation>
    </message>
    <message>
        <source>⏎ accepts the repaired mask   Esc cancels</source>
        <translation>⏎ 接受修补后的掩码   Esc 取消</translation>
    </message>
    <message>
        <source>Answer of {0}   ⏎ accepts it   ‹edit-mask› repairs it   ↑↓ choose another</source>
        <translation>{0} 的答案   ⏎ 接受   ‹edit-mask› 修补掩码   ↑↓ 选择其他</translation>
    </message>
    <message>
        <source>✓ decided   ⏎ goes on   ‹edit-mask› repairs it again   ↑↓ choose anew</source>
        <translation>✓ 已决定   ⏎ 继续   ‹edit-mask› 再次修补   ↑↓ 重新选择</translation>
    </message>
    <message>
        <source>⏎ accepts 1 mask   Space chooses   Esc ends</source>
        <translation>⏎ 接受 1 个掩码   空格选择   Esc 结束</translation>
    </message>
    <message>
        <source>⏎ accepts {0} masks   Space chooses   Esc ends</source>
        <translation>⏎ 接受 {0} 个掩码   空格选择   Esc 结束</translation>
    </message>
</context>
<context>
    <name>ComparisonCommands</name>
    <message>
        <source>The report was saved in {0}.</source>
        <translation>报告已保存到 {0}。</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Compare methods</source>
        <translation>比较方法</translation>
    </message>
    <message>
        <source>with</source>
        <translation>与</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Save report …</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Expressions, those first about which the two differ most</source>
        <translation>表达，两者分歧最大的在前</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Counting what is accepted …</source>
        <translation>正在统计已接受的表达…</translation>
    </message>
    <message>
        <source>On {0} accepted expressions</source>
        <translation>基于 {0} 条已接受的表达</translation>
    </message>
    <message>
        <source>Nothing is accepted yet</source>
        <translation>尚未接受任何表达</translation>
    </message>
    <message>
        <source>Methods are compared on what people accepted. Accept masks for some expressions first.</source>
        <translation>方法在人工接受的结果上比较。请先为一些表达接受掩码。</translation>
    </message>
    <message>
        <source>Nothing has been compared yet</source>
        <translation>尚未进行比较</translation>
    </message>
    <message>
        <source>Each ranks the accepted expressions; its first mask is held against the accepted one.</source>
        <translation>各自对已接受的表达排序；其首选掩码与已接受的掩码对照。</translation>
    </message>
    <message>
        <source>The expressions are listed here</source>
        <translation>表达列在此处</translation>
    </message>
    <message>
        <source>Those first about which the two differ most; a click leads to the picture.</source>
        <translation>两者分歧最大的在前；点击即转到图片。</translation>
    </message>
    <message>
        <source>{0}, IoU {1}</source>
        <translation>{0}，IoU {1}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation>第 {0} 张图片，共 {1} 张</translation>
    </message>
    <message>
        <source>Drawing intervals …</source>
        <translation>正在计算置信区间…</translation>
    </message>
    <message>
        <source>{0} expressions could not be used; the report names them.</source>
        <translation>{0} 条表达无法使用；报告中有列出。</translation>
    </message>
    <message>
        <source>{0} accepted masks were proposed by {1} itself, which favours it.</source>
        <translation>{0} 个已接受的掩码由 {1} 自己提出，这对它有利。</translation>
    </message>
    <message>
        <source>Save the report in this folder</source>
        <translation>将报告保存到此文件夹</translation>
    </message>
</context>
<context>
    <name>ContenderBox</name>
    <message>
        <source>{0} with your parameters</source>
        <translation>{0}（您的参数）</translation>
    </message>
    <message>
        <source>imported: {0}</source>
        <translation>导入：{0}</translation>
    </message>
    <message>
        <source>These models do not give what it needs: {0}</source>
        <translation>这些模型不提供其所需：{0}</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>Deal into train, val and test</source>
        <translation>划分为 train、val 和 test</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Pictures then (now)</source>
        <translation>划分后的图片（现有）</translation>
    </message>
    <message>
        <source>Name of split {0}</source>
        <translation>子集 {0} 的名称</translation>
    </message>
    <message>
        <source>Share of split {0}</source>
        <translation>子集 {0} 的比例</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>再加一个</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed deals the same pictures the same way</source>
        <translation>相同的种子对相同的图片给出相同的划分</translation>
    </message>
    <message>
        <source>Deal pictures anew that are in a split already</source>
        <translation>重新划分已在子集中的图片</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} pictures come into another split than now; {1} are in none afterwards.</source>
        <translation>{0} 张图片的子集会改变；之后有 {1} 张不属于任何子集。</translation>
    </message>
    <message>
        <source>Nothing to deal: every picture is in a split already.</source>
        <translation>无需划分：每张图片都已在子集中。</translation>
    </message>
    <message>
        <source>Dealt: {0}. Undo takes it back.</source>
        <translation>已划分：{0}。可撤销。</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>corner</source>
        <translation>角</translation>
    </message>
    <message>
        <source>front</source>
        <translation>前</translation>
    </message>
    <message>
        <source>back</source>
        <translation>后</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>near</source>
        <translation>近</translation>
    </message>
    <message>
        <source>between</source>
        <translation>之间</translation>
    </message>
    <message>
        <source>Where it is, or how it ranks: {0}</source>
        <translation>所在位置或排位：{0}</translation>
    </message>
    <message>
        <source>The first of its kind by: {0}</source>
        <translation>同类中第一，依据：{0}</translation>
    </message>
    <message>
        <source>Number {1} of its kind, counted from: {0}</source>
        <translation>同类中第 {1} 个，起点：{0}</translation>
    </message>
    <message>
        <source>Measured from “{2}”: {0}</source>
        <translation>以“{2}”为参照：{0}</translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop downloading; what has come is kept</source>
        <translation>停止下载；已下载的部分会保留</translation>
    </message>
    <message>
        <source>{0} (and {1} more)</source>
        <translation>{0}（另有 {1} 项）</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Opened {0}; {1} more things that were dropped are not part of it.</source>
        <translation>已打开 {0}；拖入的另外 {1} 项不属于它。</translation>
    </message>
    <message>
        <source>This cannot be opened here</source>
        <translation>这里无法打开它</translation>
    </message>
    <message>
        <source>Let go to open the folder “{0}”</source>
        <translation>松开以打开文件夹“{0}”</translation>
    </message>
    <message>
        <source>Let go to open the project “{0}”</source>
        <translation>松开以打开项目“{0}”</translation>
    </message>
    <message>
        <source>None of what was dropped can be opened here.</source>
        <translation>拖入的内容都无法在这里打开。</translation>
    </message>
    <message>
        <source>Drop a folder of pictures, a project file or pictures.</source>
        <translation>请拖入图片文件夹、项目文件或图片。</translation>
    </message>
</context>
<context>
    <name>ExchangeCommands</name>
    <message>
        <source>Exported {0} objects with {1} expressions to {2}.</source>
        <translation>已将 {0} 个目标和 {1} 条表达导出到 {2}。</translation>
    </message>
    <message>
        <source>Left out: {0}; the export&apos;s preview lists them.</source>
        <translation>未包含：{0}；导出预览中有清单。</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>导出已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>Imported {0} expressions, {1} labels and {2} answers to review.</source>
        <translation>已导入 {0} 条表达、{1} 个标注和 {2} 个待审答案。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>写入到</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>没有遗漏</translation>
    </message>
    <message>
        <source>What this format has no place for is listed here.</source>
        <translation>此格式无法容纳的内容会列在这里。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Pictures: {0}, objects: {1}, decided expressions: {2}.</source>
        <translation>图片：{0}，目标：{1}，已判定的表达：{2}。</translation>
    </message>
    <message>
        <source>Splits in pictures: {0}.</source>
        <translation>各子集的图片数：{0}。</translation>
    </message>
</context>
<context>
    <name>ExportOptionsForm</name>
    <message>
        <source>Masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Their names</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Name in the files</source>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Polygons, exact to the pixel</source>
        <translation>多边形，精确到像素</translation>
    </message>
    <message>
        <source>Run lengths</source>
        <translation>游程编码</translation>
    </message>
    <message>
        <source>Copy into the export</source>
        <translation>复制到导出目录</translation>
    </message>
    <message>
        <source>Link, without taking room</source>
        <translation>链接，不占空间</translation>
    </message>
    <message>
        <source>Leave where they are</source>
        <translation>保留原处</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>As COCO&apos;s, COCO_train2014_….jpg</source>
        <translation>COCO 样式，COCO_train2014_….jpg</translation>
    </message>
    <message>
        <source>Say of each expression who decided, how, and by which model</source>
        <translation>注明每条表达由谁、如何、用哪个模型判定</translation>
    </message>
    <message>
        <source>Write today&apos;s date</source>
        <translation>写入今天的日期</translation>
    </message>
    <message>
        <source>Without it, equal projects give equal files</source>
        <translation>不写日期时，相同的项目生成相同的文件</translation>
    </message>
    <message>
        <source>Add a page that describes the dataset</source>
        <translation>附上数据集说明页</translation>
    </message>
    <message>
        <source>such as cc-by-4.0; for the page</source>
        <translation>例如 cc-by-4.0；用于说明页</translation>
    </message>
</context>
<context>
    <name>ExpressionDelegate</name>
    <message>
        <source>⚠ two objects</source>
        <translation>⚠ 两个目标</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Text of the expression</source>
        <translation>表达的文本</translation>
    </message>
</context>
<context>
    <name>ExpressionPanel</name>
    <message>
        <source>Expressions of this image</source>
        <translation>此图片的表达</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>指代表达</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>表达列表</translation>
    </message>
    <message>
        <source>Open pictures first</source>
        <translation>请先打开图片</translation>
    </message>
    <message>
        <source>Another one, or ⏎ to go on</source>
        <translation>再写一个，或按 ⏎ 继续</translation>
    </message>
    <message>
        <source>What do you mean?</source>
        <translation>您指的是什么？</translation>
    </message>
    <message>
        <source>⏎ held: will accept when the ranking of this text is there (Esc lets go)</source>
        <translation>⏎ 等待中：此文本的排序一到就接受（Esc 放弃）</translation>
    </message>
    <message>
        <source>The first candidate has just changed. Enter once more accepts it.</source>
        <translation>第一候选刚刚变了。再按一次 Enter 接受它。</translation>
    </message>
    <message>
        <source>Ranking …</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>✓ decided   ⏎ decides anew   ↑↓ choose</source>
        <translation>✓ 已决定   ⏎ 重新决定   ↑↓ 选择</translation>
    </message>
    <message>
        <source>⏎ accepts   ↑↓ choose   Alt+1…9 pick</source>
        <translation>⏎ 接受   ↑↓ 选择   Alt+1…9 直接选</translation>
    </message>
    <message>
        <source>Waiting for the masks …</source>
        <translation>正在等待掩码…</translation>
    </message>
    <message>
        <source>‹command-palette› commands   ‹key-sheet› keys</source>
        <translation>‹command-palette› 命令   ‹key-sheet› 快捷键</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Figures by kind, method and annotator</source>
        <translation>按类型、方法和标注者的统计</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Kind: {0}</source>
        <translation>类型：{0}</translation>
    </message>
    <message>
        <source>Method: {0}</source>
        <translation>方法：{0}</translation>
    </message>
    <message>
        <source>Annotator: {0}</source>
        <translation>标注者：{0}</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures of both</source>
        <translation>两者的数值</translation>
    </message>
    <message>
        <source>{0} − {1}</source>
        <translation>{0} − {1}</translation>
    </message>
    <message>
        <source>expressions</source>
        <translation>表达</translation>
    </message>
    <message>
        <source>mIoU, kind: {0}</source>
        <translation>mIoU，类型：{0}</translation>
    </message>
    <message>
        <source>best candidate, mIoU</source>
        <translation>最佳候选，mIoU</translation>
    </message>
    <message>
        <source>The interval leaves 0 out: this is no accident of which pictures there are.</source>
        <translation>区间不含 0：这并非图片选取造成的偶然。</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>TAS projects (*.tas)</source>
        <translation>TAS 项目 (*.tas)</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>The filter knows no “{0}”.</source>
        <translation>筛选框没有“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” wants a number.</source>
        <translation>“{0}”需要一个数字。</translation>
    </message>
    <message>
        <source>The filter does not know “{0}”.</source>
        <translation>筛选框不认识“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” compares words as if they were numbers.</source>
        <translation>“{0}”把词当作数字来比较。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: {0}</source>
        <translation>引号没有闭合：{0}</translation>
    </message>
    <message>
        <source>Known: {0}.</source>
        <translation>可用：{0}。</translation>
    </message>
    <message>
        <source>For instance {0}.</source>
        <translation>例如 {0}。</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>请写 {0}。</translation>
    </message>
    <message>
        <source>both words in the file&apos;s name or in the expression</source>
        <translation>两个词都出现在文件名或表达中</translation>
    </message>
    <message>
        <source>exactly this text</source>
        <translation>正是这段文本</translation>
    </message>
    <message>
        <source>in the file&apos;s name only; text: in the expression only</source>
        <translation>仅在文件名中；text: 仅在表达中</translation>
    </message>
    <message>
        <source>something left to decide; also untouched, proposed, partly, done, flagged, undecided, accepted, no-target, skipped</source>
        <translation>还有待决内容；也可用 untouched, proposed, partly, done, flagged, undecided, accepted, no-target, skipped</translation>
    </message>
    <message>
        <source>first and second candidate close together; &lt;  &lt;=  &gt;  &gt;=  =  !=</source>
        <translation>第一与第二候选很接近；&lt;  &lt;=  &gt;  &gt;=  =  !=</translation>
    </message>
    <message>
        <source>more than one other candidate of the same kind of thing</source>
        <translation>同类的其他候选多于一个</translation>
    </message>
    <message>
        <source>V, P and N differ on who is first (0 to 1)</source>
        <translation>V、P、N 对首位的分歧（0 到 1）</translation>
    </message>
    <message>
        <source>pictures by how many expressions they have</source>
        <translation>按表达数量筛选图片</translation>
    </message>
    <message>
        <source>part of the dataset; split:none without one</source>
        <translation>数据集的划分；split:none 为未划分</translation>
    </message>
    <message>
        <source>category of the object; of open expressions, a word in the text</source>
        <translation>目标的类别；对未决表达则为文本中的词</translation>
    </message>
    <message>
        <source>who wrote the expression: person, import, model</source>
        <translation>表达由谁所写：person, import, model</translation>
    </message>
    <message>
        <source>kind of expression</source>
        <translation>表达的类型</translation>
    </message>
    <message>
        <source>back-check found another object; also same, none</source>
        <translation>复核得到另一目标；也可用 same, none</translation>
    </message>
    <message>
        <source>decided before another picture took this one&apos;s place</source>
        <translation>在此图片被替换之前判定</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>二者之一</translation>
    </message>
    <message>
        <source>all but these</source>
        <translation>除此之外的全部</translation>
    </message>
</context>
<context>
    <name>FilterHelp</name>
    <message>
        <source>What the filter understands</source>
        <translation>筛选框支持的写法</translation>
    </message>
    <message>
        <source>Terms stand side by side and all must hold, for one and the same expression of a picture. Enter puts the chosen line into the filter.</source>
        <translation>各条件并列书写，且须对图片的同一个表达同时成立。按 Enter 把选中的一行放入筛选框。</translation>
    </message>
    <message>
        <source>Examples of filters</source>
        <translation>筛选示例</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Say what you mean</source>
        <translation>说出所指</translation>
    </message>
    <message>
        <source>“the striped red mug on the left”: the masks are ranked while you type.</source>
        <translation>“the striped red mug on the left”：输入时即对掩码排序。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The best mask is painted; ↑ and ↓ walk the others, each with its reasons.</source>
        <translation>显示最佳掩码；用 ↑ 和 ↓ 浏览其他候选及其理由。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>⏎ keeps it and goes on. What is not quite right is repaired, or drawn by hand.</source>
        <translation>⏎ 保留并继续。不够准确的可以修补，或手工绘制。</translation>
    </message>
</context>
<context>
    <name>FlagNotes</name>
    <message>
        <source>Flagged by {0}: {1}</source>
        <translation>{0} 标记：{1}</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Hugging Face (image folder)</source>
        <translation>Hugging Face（图片文件夹）</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label Studio 任务</translation>
    </message>
    <message>
        <source>JSON lines, complete</source>
        <translation>JSON Lines，完整</translation>
    </message>
    <message>
        <source>Text, an expression a line</source>
        <translation>文本，每行一条表达</translation>
    </message>
    <message>
        <source>Masks as PNG</source>
        <translation>PNG 掩码</translation>
    </message>
    <message>
        <source>COCO instances</source>
        <translation>COCO 实例</translation>
    </message>
    <message>
        <source>One file for pycocotools and most tools; expressions as attributes of the masks.</source>
        <translation>一个文件，适用于 pycocotools 和多数工具；表达作为掩码的属性。</translation>
    </message>
    <message>
        <source>A folder that training codes for RefCOCO read: LAVT, CRIS, ReLA, LISA, mmdetection.</source>
        <translation>RefCOCO 训练代码可读的文件夹：LAVT、CRIS、ReLA、LISA、mmdetection。</translation>
    </message>
    <message>
        <source>As RefCOCO, with expressions that name several objects or none: ReLA, LISA.</source>
        <translation>同 RefCOCO，另含指多个或不指任何目标的表达：ReLA、LISA。</translation>
    </message>
    <message>
        <source>One record for each expression, with boxes, for MDETR.</source>
        <translation>每条表达一条记录，带边框，供 MDETR 使用。</translation>
    </message>
    <message>
        <source>A file beside each picture, for LISA&apos;s reasoning task.</source>
        <translation>每张图片旁一个文件，供 LISA 的推理任务使用。</translation>
    </message>
    <message>
        <source>Phrases with polygons, for readers of PhraseCut.</source>
        <translation>短语与多边形，供 PhraseCut 的读取程序使用。</translation>
    </message>
    <message>
        <source>Tables with the pictures inside; load_dataset reads the folder.</source>
        <translation>内含图片的数据表；load_dataset 可读取该文件夹。</translation>
    </message>
    <message>
        <source>Pictures beside a metadata file; load_dataset reads it as imagefolder.</source>
        <translation>图片与元数据文件并列；load_dataset 以 imagefolder 读取。</translation>
    </message>
    <message>
        <source>Tasks with brush masks and texts, to go on with there.</source>
        <translation>含画笔掩码和文字的任务，可在那里继续。</translation>
    </message>
    <message>
        <source>COCO as CVAT and Datumaro take it, with the labels&apos; definition.</source>
        <translation>CVAT 和 Datumaro 可用的 COCO，附标签定义。</translation>
    </message>
    <message>
        <source>One line for each picture, with everything the project has.</source>
        <translation>每张图片一行，包含项目的全部内容。</translation>
    </message>
    <message>
        <source>A table of expressions, for spreadsheets and scripts.</source>
        <translation>表达的表格，供电子表格和脚本使用。</translation>
    </message>
    <message>
        <source>Expressions line by line, without pictures.</source>
        <translation>逐行的表达，不含图片。</translation>
    </message>
    <message>
        <source>A black and white picture for each mask, with an index.</source>
        <translation>每个掩码一张黑白图片，附索引。</translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>No picture further down has anything left to decide.</source>
        <translation>后面的图片都没有待决的内容了。</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Hand out in parts</source>
        <translation>分发给多人</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Pictures that every part gets</source>
        <translation>每份都包含的图片</translation>
    </message>
    <message>
        <source>Folder for the parts</source>
        <translation>各份的文件夹</translation>
    </message>
    <message>
        <source>To measure agreement when the work comes back</source>
        <translation>用于收回时衡量一致性</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Copy the pictures too, for another machine</source>
        <translation>同时复制图片，以便在其他电脑上使用</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分包</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待判定</translation>
    </message>
    <message>
        <source>Parts that were written</source>
        <translation>已写出的分包</translation>
    </message>
    <message>
        <source>{0} pictures cannot be handed out in {1} parts.</source>
        <translation>无法将 {0} 张图片分成 {1} 份。</translation>
    </message>
    <message>
        <source>Each part is a project of its own with {0} pictures, {1} of them in every part, and all that was decided on them. This project stays as it is; the work comes back with “Bring work back”.</source>
        <translation>每份都是独立的项目，含 {0} 张图片（其中 {1} 张各份共有）及其全部判定。本项目保持不变；用“收回成果”取回。</translation>
    </message>
    <message>
        <source>{0} parts were written.</source>
        <translation>已写出 {0} 份。</translation>
    </message>
    <message>
        <source>Cancelled; no part was left behind.</source>
        <translation>已取消；没有留下任何分包。</translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>“{0}” is not in the word list</source>
        <translation>“{0}”不在词表中</translation>
    </message>
    <message>
        <source>“{0}” is run together</source>
        <translation>“{0}”的词粘在一起了</translation>
    </message>
    <message>
        <source>“{0}” says a word twice</source>
        <translation>“{0}”中有词重复</translation>
    </message>
    <message>
        <source>It names no kind of thing, only points</source>
        <translation>没有说出是哪类事物，只有指代</translation>
    </message>
    <message>
        <source>“{0}” says where in the picture it is</source>
        <translation>“{0}”说的是在图片中的位置</translation>
    </message>
    <message>
        <source>This picture has “{0}” already</source>
        <translation>此图片已有“{0}”</translation>
    </message>
    <message>
        <source>It says the same as “{0}”</source>
        <translation>与“{0}”意思相同</translation>
    </message>
    <message>
        <source>“{0}” names another object of this picture too</source>
        <translation>“{0}”也指此图片中的另一个目标</translation>
    </message>
    <message>
        <source>Same object as “{0}”, by {1} of the mask: ⏎ joins them</source>
        <translation>与“{0}”是同一目标（掩码重合 {1}）：⏎ 将两者合并</translation>
    </message>
    <message>
        <source>It says left, and the mask lies on the right</source>
        <translation>文本说左，而掩码在右</translation>
    </message>
    <message>
        <source>It says right, and the mask lies on the left</source>
        <translation>文本说右，而掩码在左</translation>
    </message>
    <message>
        <source>It says top, and the mask lies at the bottom</source>
        <translation>文本说上，而掩码在下</translation>
    </message>
    <message>
        <source>It says bottom, and the mask lies at the top</source>
        <translation>文本说下，而掩码在上</translation>
    </message>
</context>
<context>
    <name>ImageDelegate</name>
    <message>
        <source>no expressions</source>
        <translation>没有表达</translation>
    </message>
</context>
<context>
    <name>ImagesPanel</name>
    <message>
        <source>Filter: words, status:todo, margin&lt;0.05</source>
        <translation>筛选：词，status:todo，margin&lt;0.05</translation>
    </message>
    <message>
        <source>Filter of the image list</source>
        <translation>图片列表的筛选</translation>
    </message>
    <message>
        <source>What the filter understands</source>
        <translation>筛选框支持的写法</translation>
    </message>
    <message>
        <source>No picture matches the filter</source>
        <translation>没有符合筛选条件的图片</translation>
    </message>
    <message>
        <source>Esc in the filter clears it.</source>
        <translation>在筛选框按 Esc 可清除。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>显示 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import dataset</source>
        <translation>导入数据集</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Its labels are</source>
        <translation>其中的标注是</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>新图片</translation>
    </message>
    <message>
        <source>Pictures lie in</source>
        <translation>图片位于</translation>
    </message>
    <message>
        <source>Expressions to work on; masks are left out</source>
        <translation>待处理的表达；不含掩码</translation>
    </message>
    <message>
        <source>A model&apos;s answers, to be reviewed</source>
        <translation>模型的答案，待审核</translation>
    </message>
    <message>
        <source>Labels that are decided</source>
        <translation>已判定的标注</translation>
    </message>
    <message>
        <source>Add where they are</source>
        <translation>在原处添加</translation>
    </message>
    <message>
        <source>Copy into the project&apos;s folder</source>
        <translation>复制到项目文件夹</translation>
    </message>
    <message>
        <source>Leave out, with what is on them</source>
        <translation>不导入，连同其标注</translation>
    </message>
    <message>
        <source>beside the file, or in the project</source>
        <translation>文件旁边，或项目中</translation>
    </message>
    <message>
        <source>such as the model&apos;s name; else the file&apos;s</source>
        <translation>例如模型名称；否则用文件名</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>先预览</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>没有遗漏</translation>
    </message>
    <message>
        <source>What cannot be brought in is listed here, and why.</source>
        <translation>无法导入的内容及原因会列在这里。</translation>
    </message>
    <message>
        <source>“Look first” says what would happen; nothing is written by it.</source>
        <translation>“先预览”会说明将发生什么；不写入任何数据。</translation>
    </message>
    <message>
        <source>new pictures: {0}</source>
        <translation>新图片：{0}</translation>
    </message>
    <message>
        <source>new expressions: {0}</source>
        <translation>新表达：{0}</translation>
    </message>
    <message>
        <source>labels: {0}</source>
        <translation>标注：{0}</translation>
    </message>
    <message>
        <source>new objects: {0}</source>
        <translation>新目标：{0}</translation>
    </message>
    <message>
        <source>answers to review: {0}</source>
        <translation>待审答案：{0}</translation>
    </message>
    <message>
        <source>new categories: {0}</source>
        <translation>新类别：{0}</translation>
    </message>
    <message>
        <source>in the project already: {0}</source>
        <translation>项目中已有：{0}</translation>
    </message>
    <message>
        <source>Nothing of it is new here.</source>
        <translation>没有新的内容。</translation>
    </message>
    <message>
        <source>Imported: {0}.</source>
        <translation>已导入：{0}。</translation>
    </message>
    <message>
        <source>Would be imported: {0}.</source>
        <translation>将导入：{0}。</translation>
    </message>
    <message>
        <source>Undo takes the import back.</source>
        <translation>可撤销此次导入。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>KeyFigures</name>
    <message>
        <source>decisions</source>
        <translation>决定数</translation>
    </message>
    <message>
        <source>accepted at rank 1</source>
        <translation>第 1 名被接受</translation>
    </message>
    <message>
        <source>within rank 5</source>
        <translation>前 5 名内</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>经修补</translation>
    </message>
    <message>
        <source>no such object</source>
        <translation>没有该目标</translation>
    </message>
    <message>
        <source>seconds, median</source>
        <translation>秒（中位数）</translation>
    </message>
    <message>
        <source>model&apos;s first mask, mean IoU</source>
        <translation>模型首选掩码，平均 IoU</translation>
    </message>
    <message>
        <source>back-checks agree</source>
        <translation>复核一致</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>The loop</source>
        <translation>标注循环</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>改为此命令</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation>恢复所有默认值</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>This key is taken: {0}.</source>
        <translation>此快捷键已被占用：{0}。</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>16 bits a channel were reduced to 8</source>
        <translation>每通道 16 位已降为 8 位</translation>
    </message>
    <message>
        <source>A category&apos;s name has 1 to {0} characters</source>
        <translation>类别名称须为 1 到 {0} 个字符</translation>
    </message>
    <message>
        <source>A mask in the project file is damaged</source>
        <translation>项目文件中有一个掩码已损坏</translation>
    </message>
    <message>
        <source>A project cannot be merged into itself</source>
        <translation>项目不能与自身合并</translation>
    </message>
    <message>
        <source>A side of the image is under {0} pixels: no candidates.</source>
        <translation>图片有一边小于 {0} 像素：没有候选。</translation>
    </message>
    <message>
        <source>A worker process has ended unexpectedly</source>
        <translation>一个工作进程意外结束</translation>
    </message>
    <message>
        <source>An annotation&apos;s segmentation is damaged: {0}</source>
        <translation>某个标注的分割已损坏：{0}</translation>
    </message>
    <message>
        <source>Analysis parameters out of range: {0}</source>
        <translation>分析参数超出范围：{0}</translation>
    </message>
    <message>
        <source>Ask for at least two parts, and no more than there are images</source>
        <translation>至少分成两份，且不多于图片数</translation>
    </message>
    <message>
        <source>CMYK inks were converted to RGB without a colour profile; colours are approximate</source>
        <translation>CMYK 在没有颜色配置文件的情况下转换为 RGB；颜色为近似值</translation>
    </message>
    <message>
        <source>Change its permissions or copy it</source>
        <translation>请更改其权限或复制一份</translation>
    </message>
    <message>
        <source>Check its permissions</source>
        <translation>请检查其权限</translation>
    </message>
    <message>
        <source>Check that it exists and may be read</source>
        <translation>请检查它是否存在并可读取</translation>
    </message>
    <message>
        <source>Check that it is there and may be read</source>
        <translation>请检查它是否存在且可读</translation>
    </message>
    <message>
        <source>Check the disk and the name</source>
        <translation>请检查磁盘和名称</translation>
    </message>
    <message>
        <source>Check the name and the folder</source>
        <translation>请检查名称和文件夹</translation>
    </message>
    <message>
        <source>Choose a folder with JPEG, PNG, WebP, BMP or TIFF files</source>
        <translation>请选择含 JPEG、PNG、WebP、BMP 或 TIFF 文件的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder you may write to</source>
        <translation>请选择可写的文件夹</translation>
    </message>
    <message>
        <source>Choose a shorter word</source>
        <translation>请选择更短的词</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>请选择另一个文件夹</translation>
    </message>
    <message>
        <source>Choose another word, or take it from that category first</source>
        <translation>请选择另一个词，或先从那个类别中移除它</translation>
    </message>
    <message>
        <source>Choose one of: {0}</source>
        <translation>请选择其一：{0}</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>请选择其一：{0}。</translation>
    </message>
    <message>
        <source>Close other programs, or choose the CPU or a smaller profile</source>
        <translation>请关闭其他程序，或选择 CPU 或更小的配置</translation>
    </message>
    <message>
        <source>Convert it to JPEG or PNG and try again</source>
        <translation>请转换为 JPEG 或 PNG 后重试</translation>
    </message>
    <message>
        <source>Copy the image again from where it came from</source>
        <translation>请从来源处重新复制该图片</translation>
    </message>
    <message>
        <source>Correct or remove it</source>
        <translation>请更正或移除它</translation>
    </message>
    <message>
        <source>Correct the profile</source>
        <translation>请更正配置</translation>
    </message>
    <message>
        <source>Correct the profile, or choose another</source>
        <translation>请更正配置，或选择另一个</translation>
    </message>
    <message>
        <source>Edit another category</source>
        <translation>请修改其他类别</translation>
    </message>
    <message>
        <source>Every mask was too small for the method&apos;s filter, so all of them are ranked; upstream stops here.</source>
        <translation>所有掩码都小于该方法的过滤阈值，因此全部参与排序；原实现会在此停止。</translation>
    </message>
    <message>
        <source>Analyse the picture again; that starts it anew</source>
        <translation>请再次分析图片，这会重新启动它</translation>
    </message>
    <message>
        <source>Divide it into several files</source>
        <translation>请拆分为多个文件</translation>
    </message>
    <message>
        <source>Do not open it with other programs; get the file from where it was published</source>
        <translation>请勿用其他程序打开；请从发布处重新获取该文件</translation>
    </message>
    <message>
        <source>Formats: {0}</source>
        <translation>格式：{0}</translation>
    </message>
    <message>
        <source>Free some space on that disk; what was decided before is safe</source>
        <translation>请在该磁盘腾出空间；此前的决定是安全的</translation>
    </message>
    <message>
        <source>Free some space there</source>
        <translation>请在该处腾出空间</translation>
    </message>
    <message>
        <source>Free some space there, or add the pictures where they are</source>
        <translation>请在该处腾出空间，或在原处添加图片</translation>
    </message>
    <message>
        <source>Free some space there, or choose a place you may write to</source>
        <translation>请在那里腾出空间，或选择可写的位置</translation>
    </message>
    <message>
        <source>Free some space there, or split without the pictures</source>
        <translation>请在那里腾出空间，或拆分时不带图片</translation>
    </message>
    <message>
        <source>Give a number from 0 to 1, such as 0.1</source>
        <translation>请给出 0 到 1 之间的数，例如 0.1</translation>
    </message>
    <message>
        <source>Give a share above 0</source>
        <translation>请给出大于 0 的比例</translation>
    </message>
    <message>
        <source>Give the picture another name</source>
        <translation>请给图片换一个名称</translation>
    </message>
    <message>
        <source>Install NLTK&apos;s WordNet or Debian&apos;s wordnet-base, or choose the lexicon</source>
        <translation>请安装 NLTK 的 WordNet 或 Debian 的 wordnet-base，或选择 lexicon</translation>
    </message>
    <message>
        <source>Install TAS Desktop again, or restore the folder from the repository.</source>
        <translation>请重新安装 TAS Desktop，或从代码仓库恢复该文件夹。</translation>
    </message>
    <message>
        <source>Install it: python -m pip install &quot;tas-desktop[formats]&quot;</source>
        <translation>请安装：python -m pip install &quot;tas-desktop[formats]&quot;</translation>
    </message>
    <message>
        <source>Look at the folder and its permissions; what was decided before is safe</source>
        <translation>请检查文件夹及其权限；此前的决定是安全的</translation>
    </message>
    <message>
        <source>Look it up in the list of categories</source>
        <translation>请在类别列表中查找</translation>
    </message>
    <message>
        <source>MDETR&apos;s readers know no dataset called {0}</source>
        <translation>MDETR 的读取程序不认识名为 {0} 的数据集</translation>
    </message>
    <message>
        <source>Make it writable, or open a copy of it</source>
        <translation>请使其可写，或打开其副本</translation>
    </message>
    <message>
        <source>Make it writable, or work on a copy</source>
        <translation>请使其可写，或在副本上工作</translation>
    </message>
    <message>
        <source>Make one by opening a folder of pictures in the window</source>
        <translation>在窗口中打开图片文件夹即可新建一个</translation>
    </message>
    <message>
        <source>Name an image file</source>
        <translation>请指定一个图片文件</translation>
    </message>
    <message>
        <source>Name one of them</source>
        <translation>请指定其中之一</translation>
    </message>
    <message>
        <source>Name two projects</source>
        <translation>请指定两个项目</translation>
    </message>
    <message>
        <source>No captions were made: the ranking uses V alone.</source>
        <translation>没有生成描述：排序仅使用 V。</translation>
    </message>
    <message>
        <source>No image would be in any part</source>
        <translation>任何划分都不会有图片</translation>
    </message>
    <message>
        <source>No mask was found in this image.</source>
        <translation>此图片中没有找到掩码。</translation>
    </message>
    <message>
        <source>No method is called {0}</source>
        <translation>没有名为 {0} 的方法</translation>
    </message>
    <message>
        <source>No project can be made in {0}: {1}</source>
        <translation>无法在 {0} 中新建项目：{1}</translation>
    </message>
    <message>
        <source>Nothing was replaced. Please report this with the log file</source>
        <translation>没有替换任何内容。请附上日志文件报告此问题</translation>
    </message>
    <message>
        <source>Open a folder of your own pictures</source>
        <translation>请打开您自己的图片文件夹</translation>
    </message>
    <message>
        <source>Open it in a picture editor; if it looks right there, save it as PNG</source>
        <translation>请用图片编辑器打开；如果显示正常，另存为 PNG</translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation>请打开那一个</translation>
    </message>
    <message>
        <source>Paint the object, or decide that there is none</source>
        <translation>请绘制目标，或决定没有该目标</translation>
    </message>
    <message>
        <source>Palette colours were expanded to RGB</source>
        <translation>调色板颜色已转换为 RGB</translation>
    </message>
    <message>
        <source>Pixels deeper than 8 bits were scaled from {0} to 0-255</source>
        <translation>超过 8 位的像素已从 {0} 缩放到 0-255</translation>
    </message>
    <message>
        <source>Put back a copy of it; copies made before a migration lie beside it as *.bak</source>
        <translation>请放回一份副本；升级前的副本以 *.bak 存放在旁边</translation>
    </message>
    <message>
        <source>Put back a copy of the project file</source>
        <translation>请放回项目文件的副本</translation>
    </message>
    <message>
        <source>Put it back, or open it again where it is now; what was decided before is in it</source>
        <translation>请将其放回，或从现在的位置重新打开；此前的决定都在其中</translation>
    </message>
    <message>
        <source>Put the file back where it was</source>
        <translation>请把文件放回原处</translation>
    </message>
    <message>
        <source>Put the first one back, or add the new one under a name of its own</source>
        <translation>请放回原来的图片，或以另外的名称添加新图片</translation>
    </message>
    <message>
        <source>Reduce it or cut it into parts</source>
        <translation>请缩小它或切成几部分</translation>
    </message>
    <message>
        <source>Reduce the image</source>
        <translation>请缩小图片</translation>
    </message>
    <message>
        <source>Reinstall TAS Desktop, or choose another parser in the profile.</source>
        <translation>请重新安装 TAS Desktop，或在配置中选择另一个解析器。</translation>
    </message>
    <message>
        <source>Reinstall TAS Desktop, or train the starter pack again with &apos;tas-desktop starter train&apos;</source>
        <translation>请重新安装 TAS Desktop，或用 &apos;tas-desktop starter train&apos; 重新训练入门包</translation>
    </message>
    <message>
        <source>Reinstall it, or choose the synonym source &apos;lexicon&apos; in the profile.</source>
        <translation>请重新安装，或在配置中选择同义词来源 &apos;lexicon&apos;。</translation>
    </message>
    <message>
        <source>Run the batch again, with fewer workers if memory was short</source>
        <translation>请重新运行批处理；若内存不足，请减少工作进程</translation>
    </message>
    <message>
        <source>Say what the object looks like or where it is</source>
        <translation>请写出目标的样子或位置</translation>
    </message>
    <message>
        <source>Shorten it to the words that name the object</source>
        <translation>请缩短为指明目标的词</translation>
    </message>
    <message>
        <source>Splits in this dataset: {0}</source>
        <translation>此数据集的划分：{0}</translation>
    </message>
    <message>
        <source>Name a file</source>
        <translation>请指定一个文件</translation>
    </message>
    <message>
        <source>A proxy or a mirror may stand between; try another network or mirror (HF_ENDPOINT)</source>
        <translation>中间可能有代理或镜像；请换网络或镜像（HF_ENDPOINT）</translation>
    </message>
    <message>
        <source>Agree to them there, on the model&apos;s page. {0}</source>
        <translation>请在模型页面上同意这些条款。{0}</translation>
    </message>
    <message>
        <source>Agree under Tools, Models and profiles, or with: tas-desktop profiles accept {0}</source>
        <translation>请在“工具”的“模型与配置”中同意，或运行：tas-desktop profiles accept {0}</translation>
    </message>
    <message>
        <source>Analyse it anew for this one.</source>
        <translation>请为此方法重新分析。</translation>
    </message>
    <message>
        <source>Bring it in again: tas-desktop models import PATH --as {0}</source>
        <translation>请重新导入：tas-desktop models import PATH --as {0}</translation>
    </message>
    <message>
        <source>Bring it in again: tas-desktop models pull {0}</source>
        <translation>请重新获取：tas-desktop models pull {0}</translation>
    </message>
    <message>
        <source>Bring it in again: tas-desktop models {0}</source>
        <translation>请重新获取：tas-desktop models {0}</translation>
    </message>
    <message>
        <source>Bring the files back, or correct the profile</source>
        <translation>请放回文件或修正配置</translation>
    </message>
    <message>
        <source>Choose a model that transformers knows itself; some are also there in such a form</source>
        <translation>请选择 transformers 自身支持的模型；有些模型也有这种形式</translation>
    </message>
    <message>
        <source>Choose a model whose code is part of the installed libraries</source>
        <translation>请选择代码包含在已安装库中的模型</translation>
    </message>
    <message>
        <source>Choose an encoder whose image tower timm builds itself</source>
        <translation>请选择图像塔由 timm 自身构建的编码器</translation>
    </message>
    <message>
        <source>Choose an encoder whose text tower open_clip builds itself</source>
        <translation>请选择文本塔由 open_clip 自身构建的编码器</translation>
    </message>
    <message>
        <source>Choose another captioner for such pictures</source>
        <translation>请为此类图片选择其他描述模型</translation>
    </message>
    <message>
        <source>Choose another method or another profile.</source>
        <translation>请选择其他方法或其他配置。</translation>
    </message>
    <message>
        <source>Choose auto or cpu; &apos;tas-desktop doctor&apos; says which devices there are</source>
        <translation>请选择 auto 或 cpu；“tas-desktop doctor”会列出可用设备</translation>
    </message>
    <message>
        <source>Choose float32 as the precision</source>
        <translation>请选择 float32 精度</translation>
    </message>
    <message>
        <source>Choose the profile again</source>
        <translation>请重新选择配置</translation>
    </message>
    <message>
        <source>Choose the same model as safetensors; OpenAI&apos;s CLIP is timm/…_clip_….openai on the Hugging Face hub, &apos;tas-desktop models list&apos; has it</source>
        <translation>请选择 safetensors 形式的同一模型；OpenAI 的 CLIP 在 Hugging Face 上是 timm/…_clip_….openai，“tas-desktop models list”中有列出</translation>
    </message>
    <message>
        <source>Choose {0} or one of: {1}</source>
        <translation>请选择 {0} 或以下之一：{1}</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller profile</source>
        <translation>请关闭其他程序或选择更小的配置</translation>
    </message>
    <message>
        <source>Compare once more</source>
        <translation>请再比较一次</translation>
    </message>
    <message>
        <source>Correct the architecture in the profile, or choose the weights that belong to it</source>
        <translation>请修正配置中的架构，或选择与之匹配的权重</translation>
    </message>
    <message>
        <source>Correct the path in the profile, or bring the file back</source>
        <translation>请修正配置中的路径或放回文件</translation>
    </message>
    <message>
        <source>Download it again (&apos;tas-desktop models pull&apos;), or choose another model</source>
        <translation>请重新下载（“tas-desktop models pull”）或选择其他模型</translation>
    </message>
    <message>
        <source>Download it: tas-desktop models pull {0}</source>
        <translation>请下载：tas-desktop models pull {0}</translation>
    </message>
    <message>
        <source>Download it: tas-desktop models pull {0}, or Tools, Models and profiles</source>
        <translation>请下载：tas-desktop models pull {0}，或“工具”的“模型与配置”</translation>
    </message>
    <message>
        <source>Download them: tas-desktop models pull {0}, or Tools, Models and profiles</source>
        <translation>请下载它们：tas-desktop models pull {0}，或“工具”的“模型与配置”</translation>
    </message>
    <message>
        <source>Files of {0}, which the profile {1} needs, have changed</source>
        <translation>配置 {1} 所需的 {0} 的文件已改变</translation>
    </message>
    <message>
        <source>Free some space, or keep models on another disk with --data-dir</source>
        <translation>请腾出空间，或用 --data-dir 将模型放到其他磁盘</translation>
    </message>
    <message>
        <source>Free some space; what has come is kept, and the next try goes on from there</source>
        <translation>请腾出空间；已下载的部分会保留，下次从该处继续</translation>
    </message>
    <message>
        <source>Give a token of an account that may read it: set HF_TOKEN, or run &apos;hf auth login&apos;, or &apos;keyring set tas-desktop huggingface&apos;</source>
        <translation>请提供有读取权限的账户令牌：设置 HF_TOKEN，或运行“hf auth login”，或“keyring set tas-desktop huggingface”</translation>
    </message>
    <message>
        <source>Give model = &quot;…&quot; of the catalogue, or path = &quot;…&quot;</source>
        <translation>请填写目录中的 model = &quot;…&quot; 或 path = &quot;…&quot;</translation>
    </message>
    <message>
        <source>Give params = { architecture = &quot;…&quot; } with a name of open_clip.list_models()</source>
        <translation>请填写 params = { architecture = &quot;…&quot; }，名称取自 open_clip.list_models()</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is asked of the hub</source>
        <translation>已设置 HF_HUB_OFFLINE，因此不会访问 Hub</translation>
    </message>
    <message>
        <source>If it is what you want, bring it in under a name of its own: --as NAME</source>
        <translation>若确实需要，请用单独的名称导入：--as NAME</translation>
    </message>
    <message>
        <source>Import them again</source>
        <translation>请重新导入</translation>
    </message>
    <message>
        <source>Install a newer {0}, or choose another model</source>
        <translation>请安装更新的 {0} 或选择其他模型</translation>
    </message>
    <message>
        <source>It may have moved: update TAS Desktop, or import the file with: tas-desktop models import</source>
        <translation>它可能已移动：请更新 TAS Desktop，或导入文件：tas-desktop models import</translation>
    </message>
    <message>
        <source>It takes safetensors, .bin, .pt and .pth files</source>
        <translation>可用 safetensors、.bin、.pt 和 .pth 文件</translation>
    </message>
    <message>
        <source>It takes: {0}.</source>
        <translation>可用参数：{0}。</translation>
    </message>
    <message>
        <source>Look at HF_ENDPOINT, or whether this network asks to log in first</source>
        <translation>请检查 HF_ENDPOINT，或此网络是否需要先登录</translation>
    </message>
    <message>
        <source>Name a file that ends in {0}, or a folder with one</source>
        <translation>请指定以 {0} 结尾的文件，或含有该文件的文件夹</translation>
    </message>
    <message>
        <source>Name a folder in it</source>
        <translation>请指定其中的文件夹</translation>
    </message>
    <message>
        <source>Name a folder that holds a model</source>
        <translation>请指定含有模型的文件夹</translation>
    </message>
    <message>
        <source>Name a folder with &lt;name&gt;/{0} and &lt;name&gt;/{1} in it</source>
        <translation>请指定含有 &lt;name&gt;/{0} 和 &lt;name&gt;/{1} 的文件夹</translation>
    </message>
    <message>
        <source>Name a folder with train/, val/ or test/ full of .json and .jpg files</source>
        <translation>请指定含有 train/、val/ 或 test/（内有 .json 和 .jpg 文件）的文件夹</translation>
    </message>
    <message>
        <source>Name a folder with {0}&lt;dataset&gt;_&lt;split&gt;.json in it, or one such file</source>
        <translation>请指定含有 {0}&lt;dataset&gt;_&lt;split&gt;.json 的文件夹，或一个这样的文件</translation>
    </message>
    <message>
        <source>Name a folder with {0}&lt;split&gt;.json in it, or one such file</source>
        <translation>请指定含有 {0}&lt;split&gt;.json 的文件夹，或一个这样的文件</translation>
    </message>
    <message>
        <source>Name a folder with {0}….json in it</source>
        <translation>请指定含有 {0}….json 的文件夹</translation>
    </message>
    <message>
        <source>Name a model for {0}: tas-desktop models list</source>
        <translation>请为 {0} 指定模型：tas-desktop models list</translation>
    </message>
    <message>
        <source>Name a new folder</source>
        <translation>请指定一个新文件夹</translation>
    </message>
    <message>
        <source>Name another file in the profile</source>
        <translation>请在配置中指定其他文件</translation>
    </message>
    <message>
        <source>Name it: --as NAME</source>
        <translation>请命名：--as NAME</translation>
    </message>
    <message>
        <source>Name one of: {0}</source>
        <translation>请指定其中之一：{0}</translation>
    </message>
    <message>
        <source>Name the exported file</source>
        <translation>请指定导出的文件</translation>
    </message>
    <message>
        <source>Name the exported file or folder</source>
        <translation>请指定导出的文件或文件夹</translation>
    </message>
    <message>
        <source>Name the folder</source>
        <translation>请指定文件夹</translation>
    </message>
    <message>
        <source>Name the folder that holds &apos;annotations&apos; and &apos;images&apos;, or one of the files</source>
        <translation>请指定含有“annotations”和“images”的文件夹，或其中一个文件</translation>
    </message>
    <message>
        <source>Name the folder that holds the dataset, or one of its files</source>
        <translation>请指定数据集所在的文件夹，或其中一个文件</translation>
    </message>
    <message>
        <source>No map is made by {0}</source>
        <translation>{0} 不生成图</translation>
    </message>
    <message>
        <source>No model is under a licence called {0}</source>
        <translation>没有模型使用名为 {0} 的许可证</translation>
    </message>
    <message>
        <source>Nothing was downloaded</source>
        <translation>未下载任何内容</translation>
    </message>
    <message>
        <source>Nothing was kept; try again, or from another mirror (HF_ENDPOINT)</source>
        <translation>未保留任何内容；请重试或换镜像（HF_ENDPOINT）</translation>
    </message>
    <message>
        <source>Other models were put to work while methods were compared</source>
        <translation>比较期间换用了其他模型</translation>
    </message>
    <message>
        <source>Parameters of the profile&apos;s {0} {1} ({2}): {3}</source>
        <translation>配置中 {0} {1}（{2}）的参数：{3}</translation>
    </message>
    <message>
        <source>Parameters of the profile&apos;s {0} {1}: {2} = {3} is not between {4} and {5}</source>
        <translation>配置中 {0} {1} 的参数：{2} = {3} 不在 {4} 与 {5} 之间</translation>
    </message>
    <message>
        <source>Parquet files need the library pyarrow, which is not installed</source>
        <translation>Parquet 文件需要 pyarrow 库，但尚未安装</translation>
    </message>
    <message>
        <source>Put the file itself there, or name the folder where the pictures are</source>
        <translation>请把文件本身放到那里，或指定图片所在的文件夹</translation>
    </message>
    <message>
        <source>Put the image into a folder {0} beside the file</source>
        <translation>请把图片放入文件旁的文件夹 {0}</translation>
    </message>
    <message>
        <source>Put the picture back that was labelled</source>
        <translation>请放回当初标注的图片</translation>
    </message>
    <message>
        <source>Put tokenizer.json and tokenizer_config.json of the same model into its folder</source>
        <translation>请把同一模型的 tokenizer.json 和 tokenizer_config.json 放入其文件夹</translation>
    </message>
    <message>
        <source>Put {0} beside the tasks, or the pictures into {1}/</source>
        <translation>请把 {0} 放在任务文件旁，或把图片放入 {1}/</translation>
    </message>
    <message>
        <source>REFER&apos;s readers refuse a dataset called {0}</source>
        <translation>REFER 的读取程序拒绝名为 {0} 的数据集</translation>
    </message>
    <message>
        <source>Read {0}; if that suits you, pull it with --accept-licence {1}</source>
        <translation>请阅读 {0}；若同意，请加 --accept-licence {1} 下载</translation>
    </message>
    <message>
        <source>Remove the model and download it again</source>
        <translation>请移除该模型后重新下载</translation>
    </message>
    <message>
        <source>Save it as UTF-8</source>
        <translation>请保存为 UTF-8</translation>
    </message>
    <message>
        <source>See the ids with: tas-desktop models list</source>
        <translation>查看标识：tas-desktop models list</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>Take up to 64 letters, digits, dots, dashes and underscores</source>
        <translation>最多 64 个字母、数字、点、连字符和下划线</translation>
    </message>
    <message>
        <source>The captioner cannot look at this picture: {0}</source>
        <translation>描述模型无法处理此图片：{0}</translation>
    </message>
    <message>
        <source>The device {0} cannot be used on this computer</source>
        <translation>此电脑无法使用设备 {0}</translation>
    </message>
    <message>
        <source>The disk became full while {0} was downloaded into {1}</source>
        <translation>将 {0} 下载到 {1} 时磁盘已满</translation>
    </message>
    <message>
        <source>The encoder {0} does not give what this method needs</source>
        <translation>编码器 {0} 不提供此方法所需</translation>
    </message>
    <message>
        <source>The encoder {0} gave numbers that {1} cannot hold</source>
        <translation>编码器 {0} 给出的数值超出 {1} 的范围</translation>
    </message>
    <message>
        <source>The expression has {0} characters, more than {1}</source>
        <translation>表达有 {0} 个字符，超过 {1}</translation>
    </message>
    <message>
        <source>The expression holds half a character: it is no valid UTF-8</source>
        <translation>表达中含有不完整的字符：不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>The expression is empty</source>
        <translation>表达为空</translation>
    </message>
    <message>
        <source>The file holds {0} pictures; the first one is used</source>
        <translation>文件含 {0} 张图片；使用第一张</translation>
    </message>
    <message>
        <source>The folder for temporary files, {0}, cannot be written: {1}</source>
        <translation>无法写入临时文件夹 {0}：{1}</translation>
    </message>
    <message>
        <source>The image tower of {0} is {1}, which would have to be fetched</source>
        <translation>{0} 的图像塔是 {1}，需要另行下载</translation>
    </message>
    <message>
        <source>The language pipeline {0} cannot be loaded: {1}</source>
        <translation>无法加载语言流水线 {0}：{1}</translation>
    </message>
    <message>
        <source>The log tells of {0}, which this version does not know</source>
        <translation>事件记录中有 {0}，此版本不认识</translation>
    </message>
    <message>
        <source>The mask is empty</source>
        <translation>掩码为空</translation>
    </message>
    <message>
        <source>The method {0} has no parameter {1}</source>
        <translation>方法 {0} 没有参数 {1}</translation>
    </message>
    <message>
        <source>The method {0} needs {1}, which {2} do not give</source>
        <translation>方法 {0} 需要 {1}，而 {2} 不提供</translation>
    </message>
    <message>
        <source>The model {0} is not on this machine</source>
        <translation>此电脑上没有模型 {0}</translation>
    </message>
    <message>
        <source>The model {0} was let go of</source>
        <translation>模型 {0} 已释放</translation>
    </message>
    <message>
        <source>The models&apos; process has ended unexpectedly (code {0})</source>
        <translation>模型进程意外结束（代码 {0}）</translation>
    </message>
    <message>
        <source>The name of {0} is not valid UTF-8</source>
        <translation>{0} 的名称不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>The networks do not know pictures like this one, and this method ranks by them all the same.</source>
        <translation>网络不认识这类图片，而此方法仍按其分数排序。</translation>
    </message>
    <message>
        <source>The networks of this profile do not know pictures like this one: candidates are ordered by position, size and colour only.</source>
        <translation>此配置的网络不认识这类图片：候选仅按位置、大小和颜色排序。</translation>
    </message>
    <message>
        <source>The picture is grey; colour words in expressions have nothing to go by</source>
        <translation>图片为灰度；表达中的颜色词没有依据</translation>
    </message>
    <message>
        <source>The picture was analysed for another method</source>
        <translation>此图片是为另一种方法分析的</translation>
    </message>
    <message>
        <source>The process that was doing this has ended unexpectedly (code {0}); nothing was written</source>
        <translation>执行此操作的进程意外结束（代码 {0}）；未写入任何内容</translation>
    </message>
    <message>
        <source>The profile names {0} files for its {1}, where one is needed</source>
        <translation>配置为 {1} 指定了 {0} 个文件，只需一个</translation>
    </message>
    <message>
        <source>The profile {0} is not for commercial use: {1} ({2})</source>
        <translation>配置 {0} 不可用于商业用途：{1}（{2}）</translation>
    </message>
    <message>
        <source>The profile {0} needs what is not on this machine: {1}</source>
        <translation>配置 {0} 所需内容不在此电脑上：{1}</translation>
    </message>
    <message>
        <source>The profile&apos;s synonym source {0} needs WordNet, which is not installed</source>
        <translation>配置的同义词来源 {0} 需要 WordNet，但尚未安装</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} backend {1} is not in this version</source>
        <translation>此版本没有配置中 {0} 的后端 {1}</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} has {1} = {2}, which is not between {3} and {4}</source>
        <translation>配置的 {0} 中 {1} = {2}，不在 {3} 与 {4} 之间</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} ({2}) names no model</source>
        <translation>配置的 {0} {1}（{2}）未指定模型</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} is a {2} model, not {3}</source>
        <translation>配置的 {0} {1} 是 {2} 模型，不是 {3}</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} names {2}, which open_clip does not know for {3}</source>
        <translation>配置的 {0} {1} 指定了 {2}，open_clip 在 {3} 中不认识它</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} {2}, and its files do not say which one it is</source>
        <translation>配置的 {0} {1} {2}，且其文件未说明是哪一个</translation>
    </message>
    <message>
        <source>The project file lacks image {0}, which has annotations</source>
        <translation>项目文件缺少有标注的图片 {0}</translation>
    </message>
    <message>
        <source>The project has no category {0}</source>
        <translation>项目没有类别 {0}</translation>
    </message>
    <message>
        <source>The repository has no weights that this program reads</source>
        <translation>该仓库没有本程序可读取的权重</translation>
    </message>
    <message>
        <source>The sample project cannot be made in {0}: {1}</source>
        <translation>无法在 {0} 中创建示例项目：{1}</translation>
    </message>
    <message>
        <source>The text tower of {0} takes its shape from {1}, which would have to be fetched</source>
        <translation>{0} 的文本塔依据 {1}，需要另行下载</translation>
    </message>
    <message>
        <source>The weights file {0} cannot be read</source>
        <translation>无法读取权重文件 {0}</translation>
    </message>
    <message>
        <source>The weights file {0} is damaged: its checksum is not the expected one</source>
        <translation>权重文件 {0} 已损坏：校验和与预期不符</translation>
    </message>
    <message>
        <source>The weights file {0} is missing or unreadable</source>
        <translation>权重文件 {0} 缺失或不可读</translation>
    </message>
    <message>
        <source>The weights manifest of {0} does not name {1}</source>
        <translation>{0} 的权重清单中没有 {1}</translation>
    </message>
    <message>
        <source>There are no pictures in {0}</source>
        <translation>{0} 中没有图片</translation>
    </message>
    <message>
        <source>There are no predictions of {0} any more</source>
        <translation>已没有 {0} 的预测</translation>
    </message>
    <message>
        <source>There is a model called {0} already, and {1} is another</source>
        <translation>已有名为 {0} 的模型，而 {1} 是另一个</translation>
    </message>
    <message>
        <source>There is a profile {0} already</source>
        <translation>已有配置 {0}</translation>
    </message>
    <message>
        <source>There is no format {0}</source>
        <translation>没有格式 {0}</translation>
    </message>
    <message>
        <source>There is no model {0}</source>
        <translation>没有模型 {0}</translation>
    </message>
    <message>
        <source>There is no precision {0}</source>
        <translation>没有精度 {0}</translation>
    </message>
    <message>
        <source>There is no profile {0}</source>
        <translation>没有配置 {0}</translation>
    </message>
    <message>
        <source>There is no project at {0}</source>
        <translation>{0} 处没有项目</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture</source>
        <translation>内存不足以处理此图片</translation>
    </message>
    <message>
        <source>There is not enough memory to decode {0}</source>
        <translation>内存不足，无法解码 {0}</translation>
    </message>
    <message>
        <source>There is nothing at {0}</source>
        <translation>{0} 处没有内容</translation>
    </message>
    <message>
        <source>There is nothing of {0} to remove</source>
        <translation>没有可移除的 {0}</translation>
    </message>
    <message>
        <source>This profile has no network for points and boxes</source>
        <translation>此配置没有用于点和框的网络</translation>
    </message>
    <message>
        <source>Transparent parts were laid on white</source>
        <translation>透明部分已铺在白色上</translation>
    </message>
    <message>
        <source>Try again after that; what has come is kept</source>
        <translation>请稍后重试；已下载的部分会保留</translation>
    </message>
    <message>
        <source>Try again later; what has come is kept, and the next try goes on from there</source>
        <translation>请以后重试；已下载的部分会保留，下次从该处继续</translation>
    </message>
    <message>
        <source>Try again, which starts the models anew; if it happens again, choose the CPU</source>
        <translation>请重试，这会重新启动模型；若再次发生，请选择 CPU</translation>
    </message>
    <message>
        <source>Try again; close other programs first if memory was short</source>
        <translation>请重试；若内存不足，请先关闭其他程序</translation>
    </message>
    <message>
        <source>Try another mirror (HF_ENDPOINT), or import the file with: tas-desktop models import</source>
        <translation>请换镜像（HF_ENDPOINT），或导入文件：tas-desktop models import</translation>
    </message>
    <message>
        <source>Try another mirror (HF_ENDPOINT), or without the proxy</source>
        <translation>请换镜像（HF_ENDPOINT）或不使用代理</translation>
    </message>
    <message>
        <source>Turned upright by its EXIF orientation {0}; coordinates are those of the upright picture</source>
        <translation>已按 EXIF 方向 {0} 转正；坐标以转正后的图片为准</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>请重新输入</translation>
    </message>
    <message>
        <source>Unset it to download</source>
        <translation>取消该设置后即可下载</translation>
    </message>
    <message>
        <source>Update TAS Desktop, or name another</source>
        <translation>请更新 TAS Desktop 或指定其他</translation>
    </message>
    <message>
        <source>Update the program</source>
        <translation>请更新程序</translation>
    </message>
    <message>
        <source>Update, or move that file away</source>
        <translation>请更新程序，或移走该文件</translation>
    </message>
    <message>
        <source>Upstream gives no answer here ({0}); ranked as by “tas”.</source>
        <translation>原实现在此没有结果（{0}）；按“tas”排序。</translation>
    </message>
    <message>
        <source>Use a newer program</source>
        <translation>请使用更新的程序版本</translation>
    </message>
    <message>
        <source>Use letters, digits and ._+- with at most one slash</source>
        <translation>请使用字母、数字和 ._+-，最多一个斜杠</translation>
    </message>
    <message>
        <source>Use the brush or the polygon, or choose another profile</source>
        <translation>请使用画笔或多边形，或选择另一个配置</translation>
    </message>
    <message>
        <source>Wait for it to end or close it, then try again</source>
        <translation>请等它结束或将其关闭，然后重试</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it there</source>
        <translation>请等它结束，或在那边停止它</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it there; what it has done is in the project already</source>
        <translation>请等待其结束，或在那里停止；已完成的部分已在项目中</translation>
    </message>
    <message>
        <source>What came from {0} as {1} is not the published file: its checksum differs</source>
        <translation>从 {0} 得到的 {1} 不是发布的文件：校验和不符</translation>
    </message>
    <message>
        <source>What was written breaks rules of {0}: {1}</source>
        <translation>写出的内容违反了 {0} 的规则：{1}</translation>
    </message>
    <message>
        <source>WordNet in {0} cannot be read: {1}</source>
        <translation>无法读取 {0} 中的 WordNet：{1}</translation>
    </message>
    <message>
        <source>Work on a copy, or on a machine that can write it</source>
        <translation>请在副本上工作，或换一台能写入它的机器</translation>
    </message>
    <message>
        <source>Write CSV in UTF-8 with a header that has image and expression</source>
        <translation>请写成 UTF-8 的 CSV，表头包含 image（图片）和 expression（表达）</translation>
    </message>
    <message>
        <source>Write CSV in UTF-8 with the header image,expression, or JSON lines</source>
        <translation>请使用 UTF-8 的 CSV（表头 image,expression）或 JSON 行</translation>
    </message>
    <message>
        <source>Write NAME=VALUE.</source>
        <translation>请写成 NAME=VALUE。</translation>
    </message>
    <message>
        <source>Write backend = &quot;image-text-to-text&quot;, or choose another model</source>
        <translation>请写 backend = &quot;image-text-to-text&quot;，或选择其他模型</translation>
    </message>
    <message>
        <source>Write hub:OWNER/NAME</source>
        <translation>请写 hub:OWNER/NAME</translation>
    </message>
    <message>
        <source>Write image&lt;tab&gt;expression on each line, or call the file like its image</source>
        <translation>请在每行写 image&lt;tab&gt;expression，或让文件与其图片同名</translation>
    </message>
    <message>
        <source>Write name=share: train=0.8; each name once, of letters, digits, dot, dash and underscore</source>
        <translation>请写成 名称=比例，如 train=0.8；每个名称只出现一次，由字母、数字、点、连字符和下划线组成</translation>
    </message>
    <message>
        <source>Write owner/name</source>
        <translation>请写 owner/name</translation>
    </message>
    <message>
        <source>Write smaller groups</source>
        <translation>请写成更小的组</translation>
    </message>
    <message>
        <source>after row {0}</source>
        <translation>第 {0} 行之后</translation>
    </message>
    <message>
        <source>annotation {0}</source>
        <translation>标注 {0}</translation>
    </message>
    <message>
        <source>categories beyond the first {0}; their objects have none of their own</source>
        <translation>前 {0} 个之外的类别；其目标没有自己的类别</translation>
    </message>
    <message>
        <source>category {0}</source>
        <translation>类别 {0}</translation>
    </message>
    <message>
        <source>entry {0} of references</source>
        <translation>references 的第 {0} 项</translation>
    </message>
    <message>
        <source>entry {0} of undecided</source>
        <translation>undecided 的第 {0} 项</translation>
    </message>
    <message>
        <source>expression {0}</source>
        <translation>表达 {0}</translation>
    </message>
    <message>
        <source>expressions of images without a file</source>
        <translation>没有文件的图片的表达</translation>
    </message>
    <message>
        <source>expressions of images without a split: written as train</source>
        <translation>没有子集的图片的表达：写为 train</translation>
    </message>
    <message>
        <source>expressions of objects that were left out</source>
        <translation>未包含的目标的表达</translation>
    </message>
    <message>
        <source>expressions of splits that readers refuse (they know {0})</source>
        <translation>读取程序拒绝的子集的表达（它们只认识 {0}）</translation>
    </message>
    <message>
        <source>expressions that name nothing in the image: PhraseCut cannot say that</source>
        <translation>不指图中任何目标的表达：PhraseCut 无法表示</translation>
    </message>
    <message>
        <source>expressions that name nothing in the image: REFER cannot say that</source>
        <translation>不指图中任何目标的表达：REFER 无法表示</translation>
    </message>
    <message>
        <source>expressions that name nothing in the image: ReasonSeg cannot say that</source>
        <translation>不指图中任何目标的表达：ReasonSeg 无法表示</translation>
    </message>
    <message>
        <source>expressions that name several objects: REFER has one object a ref</source>
        <translation>指多个目标的表达：REFER 的每个 ref 只有一个目标</translation>
    </message>
    <message>
        <source>expressions that were flagged</source>
        <translation>已标记的表达</translation>
    </message>
    <message>
        <source>expressions that were skipped</source>
        <translation>已跳过的表达</translation>
    </message>
    <message>
        <source>expressions with nothing in them but control characters</source>
        <translation>只含控制字符的表达</translation>
    </message>
    <message>
        <source>image files of another size than their masks</source>
        <translation>尺寸与掩码不符的图片文件</translation>
    </message>
    <message>
        <source>image files that cannot be read</source>
        <translation>无法读取的图片文件</translation>
    </message>
    <message>
        <source>image files turned upright and written anew, because loaders do not heed their EXIF orientation</source>
        <translation>因读取程序忽略 EXIF 方向而转正并重写的图片文件</translation>
    </message>
    <message>
        <source>image files whose name another one has</source>
        <translation>与其他文件重名的图片文件</translation>
    </message>
    <message>
        <source>image files whose place is not known</source>
        <translation>位置未知的图片文件</translation>
    </message>
    <message>
        <source>images left out with all that is on them, because their file could not be placed</source>
        <translation>因文件无法放置而连同标注一并略去的图片</translation>
    </message>
    <message>
        <source>images of unknown size, because their file cannot be read</source>
        <translation>因文件无法读取而尺寸未知的图片</translation>
    </message>
    <message>
        <source>images with nothing decided on them</source>
        <translation>没有任何判定的图片</translation>
    </message>
    <message>
        <source>images without a file, which a folder of images cannot hold</source>
        <translation>没有文件的图片，图片文件夹无法容纳</translation>
    </message>
    <message>
        <source>its id is there twice</source>
        <translation>其标识出现两次</translation>
    </message>
    <message>
        <source>line {0}, object {1}</source>
        <translation>第 {0} 行，目标 {1}</translation>
    </message>
    <message>
        <source>masks without an expression</source>
        <translation>没有表达的掩码</translation>
    </message>
    <message>
        <source>names of categories that mean another one here, which their objects get</source>
        <translation>在此指其他类别的类别名称；其目标归入该类别</translation>
    </message>
    <message>
        <source>names of splits, written as the layout has them</source>
        <translation>子集名称，按该布局的写法</translation>
    </message>
    <message>
        <source>object {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>objects that no expression names: PhraseCut has no place for them</source>
        <translation>没有表达指称的目标：PhraseCut 无法容纳</translation>
    </message>
    <message>
        <source>objects that no expression names: ReasonSeg has no place for them</source>
        <translation>没有表达指称的目标：ReasonSeg 无法容纳</translation>
    </message>
    <message>
        <source>pictures of another size than their masks</source>
        <translation>尺寸与掩码不符的图片</translation>
    </message>
    <message>
        <source>pictures that cannot be read</source>
        <translation>无法读取的图片</translation>
    </message>
    <message>
        <source>pictures that the project does not have</source>
        <translation>项目中没有的图片</translation>
    </message>
    <message>
        <source>pictures that were not found</source>
        <translation>未找到的图片</translation>
    </message>
    <message>
        <source>plural expressions of other objects with the same text, joined to one that names all of them</source>
        <translation>文字相同但指不同目标的复数表达，已合并为一条</translation>
    </message>
    <message>
        <source>plural expressions written once, because their image has them several times</source>
        <translation>同一图片中重复的复数表达，只写一次</translation>
    </message>
    <message>
        <source>ref {0}, sentence {1}</source>
        <translation>ref {0}，句子 {1}</translation>
    </message>
    <message>
        <source>reference {0}</source>
        <translation>引用 {0}</translation>
    </message>
    <message>
        <source>regions that are neither brushed nor outlined by a polygon</source>
        <translation>既非画笔也非多边形的区域</translation>
    </message>
    <message>
        <source>regions that cover no pixel</source>
        <translation>不覆盖任何像素的区域</translation>
    </message>
    <message>
        <source>row group {0}</source>
        <translation>行组 {0}</translation>
    </message>
    <message>
        <source>sentence {0}</source>
        <translation>句子 {0}</translation>
    </message>
    <message>
        <source>sentences that are blank, too long or no valid text</source>
        <translation>空白、过长或无效的句子</translation>
    </message>
    <message>
        <source>sentences that were decided otherwise here; what stands here stays</source>
        <translation>在此已另有判定的句子；保留现有判定</translation>
    </message>
    <message>
        <source>sentences whose mask covers no pixel</source>
        <translation>掩码不覆盖任何像素的句子</translation>
    </message>
    <message>
        <source>texts with line breaks, tabs, control characters or “||”, which readers trip over: mended</source>
        <translation>含换行、制表符、控制字符或“||”的文字（会使读取程序出错）：已修正</translation>
    </message>
    <message>
        <source>{0} = {1} is out of range</source>
        <translation>{0} = {1} 超出范围</translation>
    </message>
    <message>
        <source>{0} answered {1} to the request for {2}</source>
        <translation>{0} 对 {2} 的请求返回 {1}</translation>
    </message>
    <message>
        <source>{0} asks to run code of its own, named under auto_map in {1}; this program never does</source>
        <translation>{0} 要求运行自带代码（{1} 的 auto_map 中指定）；本程序从不这样做</translation>
    </message>
    <message>
        <source>{0} cannot be opened with the installed {1}: {2}</source>
        <translation>已安装的 {1} 无法打开 {0}：{2}</translation>
    </message>
    <message>
        <source>{0} does not answer as the hub does</source>
        <translation>{0} 的应答与 Hub 不同</translation>
    </message>
    <message>
        <source>{0} does not fit into the memory of {1}: it runs on the CPU, much slower. Close other programs and choose the profile again, or choose a smaller one.</source>
        <translation>{0} 放不进 {1} 的内存：改在 CPU 上运行，会慢得多。请关闭其他程序后重新选择配置，或选择更小的配置。</translation>
    </message>
    <message>
        <source>{0} does not give {1} without leave ({2})</source>
        <translation>{0} 未经许可不提供 {1}（{2}）</translation>
    </message>
    <message>
        <source>{0} does not hold the weights of {1}: {2}</source>
        <translation>{0} 不含 {1} 的权重：{2}</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失败：{1}</translation>
    </message>
    <message>
        <source>{0} has no repository {1}, or does not show it without leave</source>
        <translation>{0} 没有仓库 {1}，或未经许可不显示</translation>
    </message>
    <message>
        <source>{0} has no revision {1}</source>
        <translation>{0} 没有版本 {1}</translation>
    </message>
    <message>
        <source>{0} has no {1}/{2}….json</source>
        <translation>{0} 中没有 {1}/{2}….json</translation>
    </message>
    <message>
        <source>{0} has to wait: {1}, and asks for {2} s</source>
        <translation>{0} 需要等待：{1}，要求 {2} 秒</translation>
    </message>
    <message>
        <source>{0} has {1} bytes under the name of {2}, not {3}</source>
        <translation>{0} 中名为 {2} 的文件有 {1} 字节，而非 {3}</translation>
    </message>
    <message>
        <source>{0} holds no weights and no configuration</source>
        <translation>{0} 中没有权重和配置</translation>
    </message>
    <message>
        <source>{0} holds {1} {2} datasets{3}</source>
        <translation>{0} 含有 {1} 个 {2} 数据集{3}</translation>
    </message>
    <message>
        <source>{0} holds {1}, which was not exported there</source>
        <translation>{0} 含有 {1}，它不是导出到那里的</translation>
    </message>
    <message>
        <source>{0} is a TorchScript archive: a program with weights in it, and programs are not run</source>
        <translation>{0} 是 TorchScript 归档：其中是带权重的程序，而程序不会被运行</translation>
    </message>
    <message>
        <source>{0} is a folder with configuration and weights, and {1} is a single file</source>
        <translation>{0} 是含配置和权重的文件夹，而 {1} 是单个文件</translation>
    </message>
    <message>
        <source>{0} is a model of your own: there is nowhere to download it from</source>
        <translation>{0} 是您自己的模型：没有下载来源</translation>
    </message>
    <message>
        <source>{0} is being downloaded or removed by another program</source>
        <translation>另一个程序正在下载或移除 {0}</translation>
    </message>
    <message>
        <source>{0} is given only to accounts that have agreed to its terms on {1}</source>
        <translation>{0} 仅提供给已在 {1} 上同意其条款的账户</translation>
    </message>
    <message>
        <source>{0} is missing or unreadable</source>
        <translation>{0} 缺失或无法读取</translation>
    </message>
    <message>
        <source>{0} is no model: it holds no weights</source>
        <translation>{0} 不是模型：其中没有权重</translation>
    </message>
    <message>
        <source>{0} is no name for a model</source>
        <translation>{0} 不能作为模型名称</translation>
    </message>
    <message>
        <source>{0} is no name for a profile</source>
        <translation>{0} 不能作为配置名称</translation>
    </message>
    <message>
        <source>{0} is no repository of the hub</source>
        <translation>{0} 不是 Hub 上的仓库</translation>
    </message>
    <message>
        <source>{0} is no repository&apos;s name</source>
        <translation>{0} 不是仓库名称</translation>
    </message>
    <message>
        <source>{0} is not {1} as it was published: its checksum differs</source>
        <translation>{0} 不是发布时的 {1}：校验和不符</translation>
    </message>
    <message>
        <source>{0} is of a kind that needs a tokenizer of its own, and none lies beside it</source>
        <translation>{0} 这类模型需要自己的分词器，而旁边没有</translation>
    </message>
    <message>
        <source>{0} is refused: {1}, and programs that come with a model are never run</source>
        <translation>已拒绝 {0}：{1}；随模型附带的程序从不运行</translation>
    </message>
    <message>
        <source>{0} is under {1}, which limits its use: {2}</source>
        <translation>{0} 采用 {1}，其用途受限：{2}</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} pixels, its labels are of {3}x{4}</source>
        <translation>{0} 为 {1}x{2} 像素，其标注为 {3}x{4}</translation>
    </message>
    <message>
        <source>{0} needs {1} more, and {2} has {3} free</source>
        <translation>{0} 还需要 {1}，而 {2} 只剩 {3}</translation>
    </message>
    <message>
        <source>{0} of the model {1} is missing or has changed</source>
        <translation>模型 {1} 的 {0} 缺失或已改变</translation>
    </message>
    <message>
        <source>{0} of {1} is damaged: it {2}</source>
        <translation>{1} 的 {0} 已损坏：它{2}</translation>
    </message>
    <message>
        <source>{0} ran out of memory on {1}: it goes on with {2} at a time.</source>
        <translation>{0} 在 {1} 上内存不足：改为每次处理 {2} 个。</translation>
    </message>
    <message>
        <source>{0} ran out of memory on {1}: models that are idle leave it, which costs time with each picture.</source>
        <translation>{0} 在 {1} 上内存不足：空闲模型将移出，每张图片会多花时间。</translation>
    </message>
    <message>
        <source>{0} sends on to an address without encryption</source>
        <translation>{0} 转到了未加密的地址</translation>
    </message>
    <message>
        <source>{0} sends {1} packed, though it was asked not to</source>
        <translation>{0} 发送了压缩的 {1}，尽管已要求不压缩</translation>
    </message>
    <message>
        <source>{0} sets no parameter</source>
        <translation>{0} 未设置任何参数</translation>
    </message>
    <message>
        <source>{0}, instance {1}</source>
        <translation>{0}，实例 {1}</translation>
    </message>
    <message>
        <source>{0}, object {1}</source>
        <translation>{0}，目标 {1}</translation>
    </message>
    <message>
        <source>{0}, which the profile names as its {1}, is not there</source>
        <translation>配置指定为 {1} 的 {0} 不存在</translation>
    </message>
    <message>
        <source>{0}: {1} has no place for them</source>
        <translation>{0}：{1} 无法容纳</translation>
    </message>
    <message>
        <source>Write one image and one expression a line, below the header image,expression</source>
        <translation>在表头 image,expression 之下，每行写一张图片和一个表达</translation>
    </message>
    <message>
        <source>{0} already holds the project {1}</source>
        <translation>{0} 中已有项目 {1}</translation>
    </message>
    <message>
        <source>{0} already leads to the category {1}</source>
        <translation>{0} 已指向类别 {1}</translation>
    </message>
    <message>
        <source>{0} cannot be copied into {1}: {2}</source>
        <translation>无法将 {0} 复制进 {1}：{2}</translation>
    </message>
    <message>
        <source>{0} cannot be copied to {1}: {2}</source>
        <translation>无法将 {0} 复制到 {1}：{2}</translation>
    </message>
    <message>
        <source>{0} cannot be decoded: {1}</source>
        <translation>无法解码 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}</source>
        <translation>无法创建 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be opened</source>
        <translation>无法打开 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>无法读取 {0}（{1}）</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); the defaults are used</source>
        <translation>无法读取 {0}（{1}）；使用默认值</translation>
    </message>
    <message>
        <source>{0} cannot be read any more: {1}</source>
        <translation>无法再读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>未能写入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} 不存在</translation>
    </message>
    <message>
        <source>{0} does not hold {1} of this program</source>
        <translation>{0} 不含此程序的 {1}</translation>
    </message>
    <message>
        <source>{0} does not match its checksum</source>
        <translation>{0} 与其校验和不符</translation>
    </message>
    <message>
        <source>{0} has a batch at work already: {1}</source>
        <translation>{0} 已有批处理在运行：{1}</translation>
    </message>
    <message>
        <source>{0} has lines without a tab, and no image {1}.jpg or the like lies beside it</source>
        <translation>{0} 中有不含制表符的行，旁边也没有 {1}.jpg 之类的图片</translation>
    </message>
    <message>
        <source>{0} has more than {1} files {2}</source>
        <translation>{0} 中的 {2} 文件超过 {1} 个</translation>
    </message>
    <message>
        <source>{0} has no refs</source>
        <translation>{0} 没有 ref</translation>
    </message>
    <message>
        <source>{0} has no refs of split {1}</source>
        <translation>{0} 没有划分 {1} 的 ref</translation>
    </message>
    <message>
        <source>{0} has {1} GB; {2} GB is the limit</source>
        <translation>{0} 有 {1} GB；上限为 {2} GB</translation>
    </message>
    <message>
        <source>{0} has {1} bytes instead of {2}</source>
        <translation>{0} 有 {1} 字节，应为 {2}</translation>
    </message>
    <message>
        <source>{0} has {1}more than {2} megapixels</source>
        <translation>{0} 有 {1}超过 {2} 百万像素</translation>
    </message>
    <message>
        <source>{0} holds a project already</source>
        <translation>{0} 中已有一个项目</translation>
    </message>
    <message>
        <source>{0} holds no expression{1}</source>
        <translation>{0} 不含表达{1}</translation>
    </message>
    <message>
        <source>{0} holds no files for MDETR</source>
        <translation>{0} 中没有 MDETR 的文件</translation>
    </message>
    <message>
        <source>{0} holds no queries of ReasonSeg</source>
        <translation>{0} 中没有 ReasonSeg 的查询</translation>
    </message>
    <message>
        <source>{0} holds no tasks of PhraseCut</source>
        <translation>{0} 中没有 PhraseCut 的任务</translation>
    </message>
    <message>
        <source>{0} holds several projects: {1}</source>
        <translation>{0} 含多个项目：{1}</translation>
    </message>
    <message>
        <source>{0} images cannot be handed out in {1} parts</source>
        <translation>{0} 张图片无法分成 {1} 份</translation>
    </message>
    <message>
        <source>{0} in {1} is not usable ({2}); the default is used</source>
        <translation>{1} 中的 {0} 不可用（{2}）；使用默认值</translation>
    </message>
    <message>
        <source>{0} is a file, not a folder</source>
        <translation>{0} 是文件，不是文件夹</translation>
    </message>
    <message>
        <source>{0} is being written by another process</source>
        <translation>另一个进程正在写入 {0}</translation>
    </message>
    <message>
        <source>{0} is being written by {1}</source>
        <translation>{1} 正在写入 {0}</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} 为空</translation>
    </message>
    <message>
        <source>{0} is no longer the picture that this project knows under its name</source>
        <translation>{0} 已不是此项目以该名称记录的图片</translation>
    </message>
    <message>
        <source>{0} is no manifest of weights</source>
        <translation>{0} 不是权重清单</translation>
    </message>
    <message>
        <source>{0} is no share of the images</source>
        <translation>{0} 不是图片的比例</translation>
    </message>
    <message>
        <source>{0} is not a readable project file</source>
        <translation>{0} 不是可读的项目文件</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>找不到 {0}</translation>
    </message>
    <message>
        <source>{0} is of an older version and has to be migrated, but {1}</source>
        <translation>{0} 来自旧版本，需要升级，但{1}</translation>
    </message>
    <message>
        <source>{0} is of another version; what this one understands is used</source>
        <translation>{0} 来自另一版本；使用此版本能理解的部分</translation>
    </message>
    <message>
        <source>{0} is open for reading only: {1}</source>
        <translation>{0} 以只读方式打开：{1}</translation>
    </message>
    <message>
        <source>{0} is read-only</source>
        <translation>{0} 为只读</translation>
    </message>
    <message>
        <source>{0} is truncated{1}</source>
        <translation>{0} 不完整{1}</translation>
    </message>
    <message>
        <source>{0} lost its device</source>
        <translation>{0} 丢失了设备</translation>
    </message>
    <message>
        <source>{0} may not be read by this user</source>
        <translation>当前用户无权读取 {0}</translation>
    </message>
    <message>
        <source>{0} names no part of a dataset and its share</source>
        <translation>{0} 没有指明数据集的划分及其比例</translation>
    </message>
    <message>
        <source>{0} ran out of memory</source>
        <translation>{0} 内存不足</translation>
    </message>
    <message>
        <source>{0} stays: it is the category of everything that no word leads anywhere else</source>
        <translation>{0} 须保留：没有词指向其他类别的都归于它</translation>
    </message>
    <message>
        <source>{0} was moved, deleted or replaced while it was open: nothing can be written to it</source>
        <translation>{0} 在打开期间被移动、删除或替换：无法写入</translation>
    </message>
    <message>
        <source>{0} was opened for reading only: {1}</source>
        <translation>{0} 曾以只读方式打开：{1}</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of this program</source>
        <translation>{0} 由此程序的更新版本写入</translation>
    </message>
    <message>
        <source>{0}: {1}.model: there is no model {2}</source>
        <translation>{0}：{1}.model：没有模型 {2}</translation>
    </message>
    <message>
        <source>{0}: {1}.model: {2} is for {3}</source>
        <translation>{0}：{1}.model：{2} 用于 {3}</translation>
    </message>
    <message>
        <source>“{0}” is not known to the encoder and says nothing.</source>
        <translation>编码器不认识“{0}”，此词不起作用。</translation>
    </message>
    <message>
        <source>“{0}” is not known to the encoder: read as “{1}”.</source>
        <translation>编码器不认识“{0}”：按“{1}”理解。</translation>
    </message>
    <message>
        <source>expressions that name several objects</source>
        <translation>指多个目标的表达</translation>
    </message>
    <message>
        <source>expressions that name nothing in their image</source>
        <translation>不指图中任何目标的表达</translation>
    </message>
    <message>
        <source>expressions that nobody decided</source>
        <translation>无人判定的表达</translation>
    </message>
    <message>
        <source>masks of objects</source>
        <translation>目标的掩码</translation>
    </message>
    <message>
        <source>categories of objects</source>
        <translation>目标的类别</translation>
    </message>
    <message>
        <source>splits of images</source>
        <translation>图片的子集</translation>
    </message>
</context>
<context>
    <name>LogCommands</name>
    <message>
        <source>The program ended unexpectedly the last time. What you had decided is there.</source>
        <translation>上次程序意外退出。您的决定都在。</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>日志为空。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly at an earlier time:</source>
        <translation>程序此前曾意外退出：</translation>
    </message>
</context>
<context>
    <name>LossTable</name>
    <message>
        <source>Left out</source>
        <translation>未包含</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>例如</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening {0} …</source>
        <translation>正在打开 {0}…</translation>
    </message>
</context>
<context>
    <name>MethodButton</name>
    <message>
        <source>Ranking method: {0}</source>
        <translation>排序方法：{0}</translation>
    </message>
    <message>
        <source>Ranking method and parameters</source>
        <translation>排序方法与参数</translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Ranking method and parameters</source>
        <translation>排序方法与参数</translation>
    </message>
    <message>
        <source>The method&apos;s own values</source>
        <translation>方法自身的值</translation>
    </message>
    <message>
        <source>These models do not give what it needs: {0}</source>
        <translation>这些模型不提供其所需：{0}</translation>
    </message>
    <message>
        <source>Stored with each decision, remembered for the next start.</source>
        <translation>随每个决定保存，下次启动时沿用。</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>captions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>pictures prepared by the method</source>
        <translation>由方法处理过的图片</translation>
    </message>
    <message>
        <source>features of masked tokens</source>
        <translation>掩码词元的特征</translation>
    </message>
    <message>
        <source>tokens that look at one region</source>
        <translation>只看一个区域的词元</translation>
    </message>
    <message>
        <source>a map of values</source>
        <translation>值映射图</translation>
    </message>
    <message>
        <source>a map by value-value attention</source>
        <translation>值-值注意力图</translation>
    </message>
    <message>
        <source>a map by self-self attention</source>
        <translation>自-自注意力图</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>two streams that are fused</source>
        <translation>融合的双流</translation>
    </message>
    <message>
        <source>Redundant part</source>
        <translation>冗余部分</translation>
    </message>
    <message>
        <source>What is subtracted: the mean over phrases, or the empty text.</source>
        <translation>减去的内容：各短语的均值，或空文本。</translation>
    </message>
    <message>
        <source>Changed depth</source>
        <translation>改动深度</translation>
    </message>
    <message>
        <source>Share of the network&apos;s last blocks whose attention is changed.</source>
        <translation>网络末尾改动注意力的模块所占比例。</translation>
    </message>
    <message>
        <source>Words compared</source>
        <translation>比较的词</translation>
    </message>
    <message>
        <source>The whole sentence, or what is left without directions.</source>
        <translation>整句，或去掉方位词后的部分。</translation>
    </message>
    <message>
        <source>Direction rule</source>
        <translation>方位规则</translation>
    </message>
    <message>
        <source>What “left” and its like do: our rule, upstream&apos;s, nothing.</source>
        <translation>“left”等词的作用：我们的规则、原始规则或不起作用。</translation>
    </message>
    <message>
        <source>As upstream</source>
        <translation>与原版一致</translation>
    </message>
    <message>
        <source>Always rank by the networks, and say where the released code would stop.</source>
        <translation>始终按网络排序，并指出发布代码会在何处停止。</translation>
    </message>
    <message>
        <source>Largest masks kept</source>
        <translation>保留的最大掩码数</translation>
    </message>
    <message>
        <source>Only so many of the largest masks may come first; 0: all.</source>
        <translation>只有这么多最大的掩码可排在前面；0 表示全部。</translation>
    </message>
    <message>
        <source>Least pixels</source>
        <translation>最少像素</translation>
    </message>
    <message>
        <source>Masks of no more pixels come last.</source>
        <translation>像素不多于此的掩码排在最后。</translation>
    </message>
    <message>
        <source>Global (α)</source>
        <translation>全局（α）</translation>
    </message>
    <message>
        <source>Share of the region in the whole picture; the rest is the crop.</source>
        <translation>整图中区域所占比例；其余为裁剪图。</translation>
    </message>
    <message>
        <source>Sentence (β)</source>
        <translation>整句（β）</translation>
    </message>
    <message>
        <source>Share of the sentence; the rest is its noun phrase.</source>
        <translation>整句所占比例；其余为其名词短语。</translation>
    </message>
    <message>
        <source>Masked depth</source>
        <translation>掩码深度</translation>
    </message>
    <message>
        <source>Share of the network&apos;s last blocks that see masked tokens.</source>
        <translation>网络末尾使用掩码词元的模块所占比例。</translation>
    </message>
    <message>
        <source>Pixels scaled as for</source>
        <translation>像素归一化方式</translation>
    </message>
    <message>
        <source>Means that the pixels are scaled by: ImageNet&apos;s, as released.</source>
        <translation>像素归一化所用均值：与发布版相同，采用 ImageNet。</translation>
    </message>
    <message>
        <source>Masks resized</source>
        <translation>掩码缩放</translation>
    </message>
    <message>
        <source>How masks come to the network&apos;s grid.</source>
        <translation>掩码如何缩放到网络的网格。</translation>
    </message>
    <message>
        <source>Sign as released</source>
        <translation>符号与发布版一致</translation>
    </message>
    <message>
        <source>The released baseline follows the negative score; off follows the score.</source>
        <translation>发布的基线按负分排序；关闭则按得分排序。</translation>
    </message>
    <message>
        <source>Means that the pixels are scaled by.</source>
        <translation>像素归一化所用均值。</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>The method&apos;s own relations and map order the best anew.</source>
        <translation>由该方法自身的关系和图对最佳候选重新排序。</translation>
    </message>
    <message>
        <source>Best that are guided</source>
        <translation>受引导的最佳候选数</translation>
    </message>
    <message>
        <source>How many of the best candidates the guidance orders.</source>
        <translation>引导对多少个最佳候选排序。</translation>
    </message>
    <message>
        <source>Masks related to</source>
        <translation>参照掩码数</translation>
    </message>
    <message>
        <source>How many masks of other nouns a relation is measured from.</source>
        <translation>关系以多少个其他名词的掩码为参照。</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Share of relations in the guidance; the rest is the map.</source>
        <translation>引导中关系所占比例；其余为图。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>How much heat outside the mask counts against it.</source>
        <translation>掩码外的热度扣多少分。</translation>
    </message>
    <message>
        <source>Faults as released</source>
        <translation>缺陷与发布版一致</translation>
    </message>
    <message>
        <source>“right” does nothing as a relation, as in the released program.</source>
        <translation>与发布程序相同，“right”作为关系不起作用。</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Size of the blur around the mask, in pixels.</source>
        <translation>掩码周围模糊的大小（像素）。</translation>
    </message>
    <message>
        <source>M, trust in masks</source>
        <translation>M，掩码可信度</translation>
    </message>
    <message>
        <source>Weight of how sure the mask&apos;s maker is.</source>
        <translation>掩码来源自信程度的权重。</translation>
    </message>
    <message>
        <source>Synonyms</source>
        <translation>同义词</translation>
    </message>
    <message>
        <source>Which phrases name the same kind of thing as the target.</source>
        <translation>哪些短语与目标指同一类事物。</translation>
    </message>
    <message>
        <source>Halves</source>
        <translation>半区</translation>
    </message>
    <message>
        <source>What upstream&apos;s direction rule divides the picture by.</source>
        <translation>原始方位规则划分图片的依据。</translation>
    </message>
    <message>
        <source>S, places</source>
        <translation>S，位置</translation>
    </message>
    <message>
        <source>Weight of places under our direction rule.</source>
        <translation>我们的方位规则中位置的权重。</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似范围</translation>
    </message>
    <message>
        <source>Score within which a candidate counts as one of the target&apos;s kind.</source>
        <translation>得分差在此范围内的候选视为目标同类。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Share of the crop on black; the rest is the region&apos;s token.</source>
        <translation>黑底裁剪图所占比例；其余为区域词元。</translation>
    </message>
    <message>
        <source>Fade to a side</source>
        <translation>向一侧淡出</translation>
    </message>
    <message>
        <source>“left” and “right” fade the picture before it is cropped.</source>
        <translation>“left”和“right”在裁剪前使图片淡出。</translation>
    </message>
    <message>
        <source>the paper&apos;s terms with the gaps closed</source>
        <translation>论文各项，补齐缺口</translation>
    </message>
    <message>
        <source>our best: more to look at, and places read anew</source>
        <translation>我们的最佳方法：看得更多，位置重新解读</translation>
    </message>
    <message>
        <source>TAS as published</source>
        <translation>论文所述 TAS</translation>
    </message>
    <message>
        <source>TAS as released</source>
        <translation>发布代码的 TAS</translation>
    </message>
    <message>
        <source>each mask&apos;s crop against the sentence</source>
        <translation>各掩码裁剪图与句子比较</translation>
    </message>
    <message>
        <source>each mask&apos;s caption against the sentence</source>
        <translation>各掩码描述与句子比较</translation>
    </message>
    <message>
        <source>crops of the largest masks only</source>
        <translation>仅最大掩码的裁剪图</translation>
    </message>
    <message>
        <source>masked tokens and crops, sentence and phrase</source>
        <translation>掩码词元与裁剪图，句子与短语</translation>
    </message>
    <message>
        <source>a class token that sees the mask alone</source>
        <translation>只看掩码的类别词元</translation>
    </message>
    <message>
        <source>mean of Grad-CAM&apos;s map</source>
        <translation>Grad-CAM 图的均值</translation>
    </message>
    <message>
        <source>mean of the values&apos; map (MaskCLIP)</source>
        <translation>值映射图的均值（MaskCLIP）</translation>
    </message>
    <message>
        <source>mean of CLIP-Surgery&apos;s map</source>
        <translation>CLIP-Surgery 图的均值</translation>
    </message>
    <message>
        <source>GEM&apos;s map inside less outside the mask</source>
        <translation>GEM 图掩码内减掩码外</translation>
    </message>
    <message>
        <source>two fused streams, guided by relations and a map</source>
        <translation>融合双流，由关系和图引导</translation>
    </message>
    <message>
        <source>Ref-Diff&apos;s score without diffusion</source>
        <translation>不含扩散的 Ref-Diff 得分</translation>
    </message>
    <message>
        <source>P, caption (α)</source>
        <translation>P，描述（α）</translation>
    </message>
    <message>
        <source>Weight of the likeness of caption and expression.</source>
        <translation>描述与表达相似度的权重。</translation>
    </message>
    <message>
        <source>N, negatives (λ)</source>
        <translation>N，负例（λ）</translation>
    </message>
    <message>
        <source>Weight of what else the picture shows and is not meant.</source>
        <translation>图中其他非所指内容的权重。</translation>
    </message>
    <message>
        <source>“not …” in the text</source>
        <translation>文本中的“not …”</translation>
    </message>
    <message>
        <source>Weight of what the expression itself rules out.</source>
        <translation>表达自身所排除内容的权重。</translation>
    </message>
    <message>
        <source>Count repeats once</source>
        <translation>重复只计一次</translation>
    </message>
    <message>
        <source>A phrase that the picture&apos;s caption repeats counts once.</source>
        <translation>图片描述中重复的短语只计一次。</translation>
    </message>
    <message>
        <source>The likeness of mask and expression takes part.</source>
        <translation>计入掩码与表达的相似度。</translation>
    </message>
    <message>
        <source>The likeness of caption and expression takes part.</source>
        <translation>计入描述与表达的相似度。</translation>
    </message>
    <message>
        <source>Negatives take part.</source>
        <translation>计入负例。</translation>
    </message>
    <message>
        <source>S, ordinals</source>
        <translation>S，序数</translation>
    </message>
    <message>
        <source>How much more than other places “second from the left” weighs.</source>
        <translation>“左起第二个”比其他位置词多占多少权重。</translation>
    </message>
    <message>
        <source>S, relations</source>
        <translation>S，关系</translation>
    </message>
    <message>
        <source>How much more than other places “left of the box” weighs.</source>
        <translation>“盒子左边”比其他位置词多占多少权重。</translation>
    </message>
    <message>
        <source>R, region in the picture</source>
        <translation>R，图中区域</translation>
    </message>
    <message>
        <source>Weight of the mask&apos;s tokens within the whole picture.</source>
        <translation>整图中掩码词元的权重。</translation>
    </message>
    <message>
        <source>C, surroundings</source>
        <translation>C，周围</translation>
    </message>
    <message>
        <source>Weight of the crop with what is around the mask.</source>
        <translation>含掩码周围内容的裁剪图的权重。</translation>
    </message>
    <message>
        <source>H, map</source>
        <translation>H，热图</translation>
    </message>
    <message>
        <source>Weight of the map of values inside the mask less outside.</source>
        <translation>掩码内外热图差值的权重。</translation>
    </message>
    <message>
        <source>K, masks that agree</source>
        <translation>K，一致的掩码</translation>
    </message>
    <message>
        <source>Share of a score that comes from other masks of the same thing.</source>
        <translation>得分中来自同一物体其他掩码的比例。</translation>
    </message>
    <message>
        <source>Colours of pixels</source>
        <translation>像素颜色</translation>
    </message>
    <message>
        <source>Weight of the pixels&apos; own colours where words name some.</source>
        <translation>词语提到颜色时像素自身颜色的权重。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Starter pack</source>
        <translation>入门包</translation>
    </message>
    <message>
        <source>The paper&apos;s models</source>
        <translation>论文所用模型</translation>
    </message>
    <message>
        <source>Light, for photographs</source>
        <translation>轻量，适合照片</translation>
    </message>
    <message>
        <source>Newer models</source>
        <translation>较新模型</translation>
    </message>
    <message>
        <source>Small networks trained on drawn scenes, with a region hierarchy for photographs. Runs on any machine, offline.</source>
        <translation>在绘制场景上训练的小网络，照片用区域层级。任何电脑均可离线运行。</translation>
    </message>
    <message>
        <source>SAM ViT-H, CLIP ViT-B/32 and BLIP-2 with OPT-2.7B, ranked as the paper does. Wants a GPU; on a CPU a picture takes many minutes.</source>
        <translation>SAM ViT-H、CLIP ViT-B/32 与 BLIP-2（OPT-2.7B），按论文排序。需要 GPU；在 CPU 上每张图片需许多分钟。</translation>
    </message>
    <message>
        <source>SAM ViT-B, CLIP ViT-B/16 and BLIP base: for GPUs with 8 GB, and for patient people without one. Knows photographs.</source>
        <translation>SAM ViT-B、CLIP ViT-B/16 与 BLIP base：适合 8 GB 的 GPU，或有耐心的无 GPU 用户。可处理照片。</translation>
    </message>
    <message>
        <source>SAM 2.1 large, Perception Encoder L/14 and Florence-2 large: sharper masks and words than the paper&apos;s models, with terms that allow commercial use. Wants a GPU.</source>
        <translation>SAM 2.1 large、Perception Encoder L/14 与 Florence-2 large：掩码和描述比论文模型更精细，条款允许商用。需要 GPU。</translation>
    </message>
    <message>
        <source>of your own file</source>
        <translation>您自己的文件</translation>
    </message>
    <message>
        <source>Labels made with it are yours.</source>
        <translation>用它生成的标注归您所有。</translation>
    </message>
    <message>
        <source>The program knows no terms of a file of your own; you do.</source>
        <translation>您自己文件的条款只有您知道。</translation>
    </message>
    <message>
        <source>Says nothing of labels made with it.</source>
        <translation>未提及用它生成的标注。</translation>
    </message>
    <message>
        <source>The OPT licence is for non-commercial research; take labels made with it to be so too.</source>
        <translation>OPT 许可仅限非商业研究；用它生成的标注也应视同。</translation>
    </message>
    <message>
        <source>Given for research only; take labels made with it to be so too.</source>
        <translation>仅供研究；用它生成的标注也应视同。</translation>
    </message>
    <message>
        <source>MIT, with the OPT licence for the language model</source>
        <translation>MIT，语言模型采用 OPT 许可</translation>
    </message>
    <message>
        <source>Apple&apos;s licence for machine learning research</source>
        <translation>Apple 机器学习研究许可</translation>
    </message>
    <message>
        <source>draws masks</source>
        <translation>绘制掩码</translation>
    </message>
    <message>
        <source>compares masks with texts</source>
        <translation>比较掩码与文本</translation>
    </message>
    <message>
        <source>writes captions</source>
        <translation>撰写描述</translation>
    </message>
    <message>
        <source>reads expressions</source>
        <translation>解析表达</translation>
    </message>
    <message>
        <source>knows synonyms</source>
        <translation>提供同义词</translation>
    </message>
    <message>
        <source>quick on any computer</source>
        <translation>任何电脑上都快</translation>
    </message>
    <message>
        <source>seconds with a GPU, else a minute</source>
        <translation>有 GPU 数秒，否则一分钟</translation>
    </message>
    <message>
        <source>slow without a GPU</source>
        <translation>没有 GPU 时较慢</translation>
    </message>
    <message>
        <source>Asking for it …</source>
        <translation>正在请求…</translation>
    </message>
    <message>
        <source>Checking what has come …</source>
        <translation>正在校验已下载内容…</translation>
    </message>
    <message>
        <source>The server is busy; trying again soon …</source>
        <translation>服务器繁忙；稍后重试…</translation>
    </message>
    <message>
        <source>Reading it through …</source>
        <translation>正在通读…</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Looking at the local copy …</source>
        <translation>正在查看本地副本…</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>随程序附带</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>已在此电脑上</translation>
    </message>
    <message>
        <source>partly downloaded: {0}</source>
        <translation>已下载部分：{0}</translation>
    </message>
    <message>
        <source>its files have changed</source>
        <translation>其文件已改变</translation>
    </message>
    <message>
        <source>no model is called that</source>
        <translation>没有这个名称的模型</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>不在此电脑上</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>{0} MB/s</source>
        <translation>{0} MB/s</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>剩余 {0} 秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>剩余 {0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>剩余 {0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>1 model missing</source>
        <translation>缺少 1 个模型</translation>
    </message>
    <message>
        <source>{0} models missing</source>
        <translation>缺少 {0} 个模型</translation>
    </message>
    <message>
        <source>{0} on disk</source>
        <translation>占磁盘 {0}</translation>
    </message>
    <message>
        <source>{0} GB on a GPU</source>
        <translation>GPU 内存 {0} GB</translation>
    </message>
    <message>
        <source>{0} GB of memory</source>
        <translation>内存 {0} GB</translation>
    </message>
    <message>
        <source>{0} GB GPU</source>
        <translation>GPU {0} GB</translation>
    </message>
    <message>
        <source>{0}: not for commercial use</source>
        <translation>{0}：不可商用</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models and profiles</source>
        <translation>模型与配置</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is fetched unless you ask for it here. Pictures and texts never leave this computer.</source>
        <translation>除非您在此要求，否则不会下载任何内容。图片和文本绝不离开此电脑。</translation>
    </message>
    <message>
        <source>Your copy is {0}. Change it there, then open this window again.</source>
        <translation>您的副本是 {0}。请在该处修改，然后重新打开此窗口。</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>What should someone look at?</source>
        <translation>需要别人看什么？</translation>
    </message>
    <message>
        <source>A note, or nothing</source>
        <translation>附注，可留空</translation>
    </message>
    <message>
        <source>⏎ flags   Esc cancels</source>
        <translation>⏎ 标记   Esc 取消</translation>
    </message>
</context>
<context>
    <name>NoticeBoard</name>
    <message>
        <source>Something went wrong inside the program: {0}</source>
        <translation>程序内部出错：{0}</translation>
    </message>
    <message>
        <source>The log file has the details. You can go on working.</source>
        <translation>详情见日志文件。可以继续工作。</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>As added</source>
        <translation>按添加顺序</translation>
    </message>
    <message>
        <source>Smallest margin first</source>
        <translation>分差最小优先</translation>
    </message>
    <message>
        <source>V, P and N disagree most first</source>
        <translation>V、P、N 分歧最大优先</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Order of the list. The same order again puts what has changed in its place.</source>
        <translation>列表顺序。再次选择同一顺序会把有变化的项放回其位置。</translation>
    </message>
    <message>
        <source>Order of the list: {0}</source>
        <translation>列表顺序：{0}</translation>
    </message>
</context>
<context>
    <name>PaceLine</name>
    <message>
        <source>{0} per minute</source>
        <translation>每分钟 {0}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>还剩 {0}</translation>
    </message>
    <message>
        <source>Decisions per minute: {0} now, {1} over the session; {2} expressions to go</source>
        <translation>每分钟决定数：当前 {0}，本次会话 {1}；还有 {2} 个表达</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>Terms that act</source>
        <translation>起作用的项</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Licence of {0}: {1}</source>
        <translation>{0} 的许可证：{1}</translation>
    </message>
    <message>
        <source>{0}, runs on {1}</source>
        <translation>{0}，运行于 {1}</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Use a local copy …</source>
        <translation>使用本地副本…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Click again to remove {0}</source>
        <translation>再次点击以移除 {0}</translation>
    </message>
    <message>
        <source>Use a local copy of {0}</source>
        <translation>使用 {0} 的本地副本</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>Folder with the moved pictures</source>
        <translation>已移动图片所在的文件夹</translation>
    </message>
</context>
<context>
    <name>ProfileCommands</name>
    <message>
        <source>The model {0} is on this computer now.</source>
        <translation>模型 {0} 已在此电脑上。</translation>
    </message>
    <message>
        <source>Every file of {0} is as it should be.</source>
        <translation>{0} 的所有文件均完好。</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Looking …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Strictest licence: {0}. {1}</source>
        <translation>最严格的许可证：{0}。{1}</translation>
    </message>
    <message>
        <source>I will not use it commercially, as its licence asks</source>
        <translation>我将按其许可证要求不用于商业用途</translation>
    </message>
    <message>
        <source>Make my own copy …</source>
        <translation>创建自己的副本…</translation>
    </message>
    <message>
        <source>Download all {0} ({1})</source>
        <translation>全部下载：{0} 个（{1}）</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use this profile</source>
        <translation>使用此配置</translation>
    </message>
    <message>
        <source>Tick the licence first.</source>
        <translation>请先勾选许可证。</translation>
    </message>
    <message>
        <source>Its models have to be here first.</source>
        <translation>需先备齐其模型。</translation>
    </message>
</context>
<context>
    <name>ProfileRows</name>
    <message>
        <source>⚠ cannot be used</source>
        <translation>⚠ 无法使用</translation>
    </message>
    <message>
        <source>● in use</source>
        <translation>● 使用中</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>Work brought back from {0}: {1} decisions, {2} conflicts.</source>
        <translation>已从 {0} 收回成果：{1} 项判定，{2} 处冲突。</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>missing: {0}</source>
        <translation>缺失：{0}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Forget the missing ones</source>
        <translation>移除缺失的项目</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
</context>
<context>
    <name>RepairBar</name>
    <message>
        <source>Diameter of the brush</source>
        <translation>画笔直径</translation>
    </message>
    <message>
        <source>Diameter of the brush ([ and ])</source>
        <translation>画笔直径（[ 与 ]）</translation>
    </message>
    <message>
        <source>Accept ⏎</source>
        <translation>接受 ⏎</translation>
    </message>
    <message>
        <source>Cancel Esc</source>
        <translation>取消 Esc</translation>
    </message>
    <message>
        <source>Asking the network …</source>
        <translation>正在询问网络…</translation>
    </message>
    <message>
        <source>Click on the object; right click on what does not belong to it</source>
        <translation>点击目标；右键点击不属于它的部分</translation>
    </message>
    <message>
        <source>Drag a box around the object</source>
        <translation>拖出框住目标的矩形</translation>
    </message>
    <message>
        <source>Drag to paint, right button erases</source>
        <translation>拖动绘制，右键擦除</translation>
    </message>
    <message>
        <source>Drag to erase, right button paints</source>
        <translation>拖动擦除，右键绘制</translation>
    </message>
    <message>
        <source>Click the corners, Enter closes; right click to cut</source>
        <translation>点击各顶点，Enter 闭合；右键则挖去</translation>
    </message>
    <message>
        <source>Click the corners of the hole, Enter closes</source>
        <translation>点击孔洞各顶点，Enter 闭合</translation>
    </message>
    <message>
        <source>Click a proposal to add it, right click to cut it</source>
        <translation>点击提议将其并入，右键减去</translation>
    </message>
    <message>
        <source>Click a proposal to cut it, right click to add it</source>
        <translation>点击提议将其减去，右键并入</translation>
    </message>
</context>
<context>
    <name>RepairSteps</name>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>box</source>
        <translation>框</translation>
    </message>
    <message>
        <source>brush stroke</source>
        <translation>画笔笔画</translation>
    </message>
    <message>
        <source>erasing</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>hole</source>
        <translation>孔洞</translation>
    </message>
    <message>
        <source>adding a proposal</source>
        <translation>并入提议</translation>
    </message>
    <message>
        <source>cutting a proposal out</source>
        <translation>减去提议</translation>
    </message>
    <message>
        <source>filling holes</source>
        <translation>填补孔洞</translation>
    </message>
</context>
<context>
    <name>ReplacedDialog</name>
    <message>
        <source>Replaced pictures</source>
        <translation>被替换的图片</translation>
    </message>
    <message>
        <source>These files are not the ones that were annotated. Put the old ones back, or take the new ones: where the size is the same, masks stay and are listed for review (filter check:replaced); masks of another size cannot be kept, and their expressions are open again. Undo takes it back.</source>
        <translation>这些文件不是当初标注的文件。请放回旧文件，或采用新文件：尺寸相同时保留掩码并列入复查（筛选 check:replaced）；尺寸不同的掩码无法保留，其表达将重新变为未判定。可撤销。</translation>
    </message>
    <message>
        <source>Look through all files</source>
        <translation>检查所有文件</translation>
    </message>
    <message>
        <source>Take the chosen</source>
        <translation>采用所选</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>What taking it means</source>
        <translation>采用后的影响</translation>
    </message>
    <message>
        <source>Every picture is the one that was annotated</source>
        <translation>每张图片都是当初标注的图片</translation>
    </message>
    <message>
        <source>None has come up yet</source>
        <translation>尚未发现</translation>
    </message>
    <message>
        <source>Looking through all files reads each of them once.</source>
        <translation>检查所有文件会逐个读取一遍。</translation>
    </message>
    <message>
        <source>Cannot be taken: {0}</source>
        <translation>无法采用：{0}</translation>
    </message>
    <message>
        <source>Decisions that stay, to be looked at: {0}</source>
        <translation>保留但需复查的判定：{0}</translation>
    </message>
    <message>
        <source>Decisions that are open again: {0}</source>
        <translation>重新变为未判定：{0}</translation>
    </message>
    <message>
        <source>New files taken: {0}.</source>
        <translation>已采用新文件：{0}。</translation>
    </message>
    <message>
        <source>Cancelled; the list is as it was.</source>
        <translation>已取消；列表保持不变。</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Not saved yet, and kept while this window is open: {0}.</source>
        <translation>尚未保存，窗口打开期间会保留：{0}。</translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>This was the last picture of the list.</source>
        <translation>这是列表中的最后一张图片。</translation>
    </message>
    <message>
        <source>There is no mask to accept in this picture.</source>
        <translation>此图片没有可接受的掩码。</translation>
    </message>
    <message>
        <source>Moved pictures found again: {0}.</source>
        <translation>已重新找到移动过的图片：{0}。</translation>
    </message>
    <message>
        <source>Pictures that are not where they were: {0}.</source>
        <translation>不在原处的图片：{0}。</translation>
    </message>
    <message>
        <source>Choose the folder where they may be now.</source>
        <translation>请选择它们现在可能所在的文件夹。</translation>
    </message>
    <message>
        <source>Every picture is in its place.</source>
        <translation>所有图片都在原处。</translation>
    </message>
    <message>
        <source>{0} is not the picture it was: the file has been replaced.</source>
        <translation>{0} 已不是原来的图片：文件被替换了。</translation>
    </message>
    <message>
        <source>Say that there is no such object with ‹no-target›, or skip with ‹skip›.</source>
        <translation>按 ‹no-target› 表示没有该目标，或按 ‹skip› 跳过。</translation>
    </message>
    <message>
        <source>Nothing can be decided: the project is open for reading only ({0}).</source>
        <translation>无法作决定：项目以只读方式打开（{0}）。</translation>
    </message>
    <message>
        <source>Copy the folder to a place you may write to and open it there.</source>
        <translation>请把文件夹复制到可写的位置，再从那里打开。</translation>
    </message>
    <message>
        <source>The folder cannot be written to; the project is kept in {0}.</source>
        <translation>该文件夹不可写；项目保存在 {0}。</translation>
    </message>
    <message>
        <source>Its decisions belong to the old file: take the new one, or put the old one back.</source>
        <translation>其判定属于旧文件：请采用新文件，或放回旧文件。</translation>
    </message>
    <message>
        <source>There is nothing to accept: this picture cannot be read.</source>
        <translation>没有可接受的内容：无法读取此图片。</translation>
    </message>
    <message>
        <source>Skip with ‹skip›, flag with ‹flag›, or go on with ‹next-image›.</source>
        <translation>按 ‹skip› 跳过，按 ‹flag› 标记，或按 ‹next-image› 继续。</translation>
    </message>
    <message>
        <source>There is nothing to accept: this picture has not been analysed.</source>
        <translation>没有可接受的内容：此图片尚未分析。</translation>
    </message>
    <message>
        <source>‹analyse-again› analyses it again.</source>
        <translation>按 ‹analyse-again› 重新分析。</translation>
    </message>
    <message>
        <source>No candidate is chosen.</source>
        <translation>没有选择候选。</translation>
    </message>
    <message>
        <source>Choose with Space or a click; Esc goes back to one candidate.</source>
        <translation>用空格或点击选择；按 Esc 回到单个候选。</translation>
    </message>
    <message>
        <source>The mask is empty.</source>
        <translation>掩码为空。</translation>
    </message>
    <message>
        <source>Paint the object, or say that there is none with ‹no-target›; Esc goes back.</source>
        <translation>请绘制目标，或按 ‹no-target› 表示没有；Esc 返回。</translation>
    </message>
    <message>
        <source>Say what this mask shows; Enter then accepts it.</source>
        <translation>请写出此掩码所示的内容，然后按 Enter 接受。</translation>
    </message>
    <message>
        <source>The repair was left unfinished: ‹edit-mask› at that expression takes it up again.</source>
        <translation>修补尚未完成：在该表达处按 ‹edit-mask› 可继续。</translation>
    </message>
    <message>
        <source>There is no candidate {0}: the list has {1}.</source>
        <translation>没有第 {0} 个候选：列表共有 {1} 个。</translation>
    </message>
    <message>
        <source>Candidate {0} cannot be picked yet: this text has not been ranked.</source>
        <translation>还不能选第 {0} 个候选：此文本尚未排序。</translation>
    </message>
    <message>
        <source>Type what you mean and wait for the list.</source>
        <translation>请输入所指内容并等待列表。</translation>
    </message>
    <message>
        <source>Nothing is chosen yet: in a back-check the choice is yours.</source>
        <translation>尚未选择：复核时须由您自己选择。</translation>
    </message>
    <message>
        <source>Click the object or walk with the arrow keys.</source>
        <translation>点击目标或用方向键移动。</translation>
    </message>
    <message>
        <source>Same object as before: both expressions now name one referent.</source>
        <translation>与之前是同一目标：两个表达现在指向同一指称对象。</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>恢复默认：{0}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>the fastest there is</source>
        <translation>最快的可用设备</translation>
    </message>
    <message>
        <source>half where it is as good</source>
        <translation>效果相同时用半精度</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>表达</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Stored with each decision you make, and the owner of your undo history.</source>
        <translation>随您的每个决定保存，撤销历史也归于此名。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of menus, messages and dialogs; expressions may be in any language.</source>
        <translation>菜单、消息和对话框的语言；表达可用任何语言。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light or dark; “as the system” follows it while the window is open.</source>
        <translation>浅色或深色；“跟随系统”会随时跟随变化。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Relative to the system&apos;s text size.</source>
        <translation>相对于系统的文字大小。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Which models look at the pictures, and with which parameters.</source>
        <translation>用哪些模型、以哪些参数查看图片。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the scores are put together and ordered.</source>
        <translation>如何合成分数并排序。</translation>
    </message>
    <message>
        <source>Rank after a pause of</source>
        <translation>停顿多久后排序</translation>
    </message>
    <message>
        <source>How long typing must rest before the masks are ranked anew; 0 ranks on each key.</source>
        <translation>停止输入多久后重新排序掩码；0 表示每次按键都排序。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the models run; the status bar says where each does.</source>
        <translation>模型在何处运行；状态栏会显示各模型所在设备。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Half precision takes half the memory; on a CPU it is slower.</source>
        <translation>半精度内存减半；在 CPU 上较慢。</translation>
    </message>
    <message>
        <source>Check the spelling</source>
        <translation>检查拼写</translation>
    </message>
    <message>
        <source>Hints at English words that no dictionary knows; never blocks.</source>
        <translation>提示词典中没有的英文词；从不阻止操作。</translation>
    </message>
    <message>
        <source>Places in the picture are welcome</source>
        <translation>允许使用位置词</translation>
    </message>
    <message>
        <source>When off, words such as “left” are hinted at, as RefCOCO+ does without.</source>
        <translation>关闭时，会提示“left”之类的词，如 RefCOCO+ 不用位置词。</translation>
    </message>
    <message>
        <source>Check decisions again</source>
        <translation>复核决定</translation>
    </message>
    <message>
        <source>This share of the decisions comes again between others, without the first choice or the order; the statistics say how well both agree. 0 checks none.</source>
        <translation>这一比例的决定会穿插在其他表达之间再次出现，不显示首次的选择和排序；统计中给出两次的一致程度。0 表示不复核。</translation>
    </message>
    <message>
        <source>Check again after</source>
        <translation>复核间隔</translation>
    </message>
    <message>
        <source>How long a decision rests before it may come again.</source>
        <translation>决定至少搁置多久才会再次出现。</translation>
    </message>
    <message>
        <source>Opacity of the mask</source>
        <translation>掩码不透明度</translation>
    </message>
    <message>
        <source>Tint of the selected candidate; its outline is always opaque.</source>
        <translation>选中候选的着色；其轮廓始终不透明。</translation>
    </message>
    <message>
        <source>Outlines of the other candidates</source>
        <translation>其他候选的轮廓</translation>
    </message>
    <message>
        <source>Thin lines around every mask that could be selected by a click.</source>
        <translation>为每个可点击选中的掩码画细线。</translation>
    </message>
    <message>
        <source>Room for kept analyses</source>
        <translation>保留分析结果的空间</translation>
    </message>
    <message>
        <source>Pictures seen before need no models again. The oldest analyses go first; 0 keeps none.</source>
        <translation>看过的图片无需再次运行模型。最旧的分析结果先被删除；0 表示不保留。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>搜索设置和快捷键</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>No setting is called that.</source>
        <translation>没有这样的设置。</translation>
    </message>
</context>
<context>
    <name>SplitChoice</name>
    <message>
        <source>As in the project</source>
        <translation>与项目相同</translation>
    </message>
    <message>
        <source>Deal the pictures for this export</source>
        <translation>为此次导出划分图片</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>Share of {0}</source>
        <translation>{0} 的比例</translation>
    </message>
    <message>
        <source>Part test into testA, with people, and testB</source>
        <translation>将 test 分为 testA（有人）和 testB</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>noun</source>
        <translation>名词</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>superlative</source>
        <translation>最高级</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>序数</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>no ranking</source>
        <translation>无排序</translation>
    </message>
    <message>
        <source>Accepted at rank 1, 3 and 5, by kind of expression</source>
        <translation>前 1、3、5 名接受率，按表达类型</translation>
    </message>
    <message>
        <source>Accepted at rank 1, 3 and 5, by method</source>
        <translation>前 1、3、5 名接受率，按方法</translation>
    </message>
    <message>
        <source>What was decided, by kind of expression</source>
        <translation>决定结果，按表达类型</translation>
    </message>
    <message>
        <source>Seconds per decision: median and middle half</source>
        <translation>每个决定用时（秒）：中位数与四分位区间</translation>
    </message>
    <message>
        <source>Decisions, and accepted at rank 1, over time</source>
        <translation>决定数及第 1 名被接受数随时间变化</translation>
    </message>
    <message>
        <source>Back-checks: overlap of both masks</source>
        <translation>复核：两个掩码的重叠</translation>
    </message>
    <message>
        <source>rank ≤ {0}</source>
        <translation>名次 ≤ {0}</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>按提议</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>经修补</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <source>no such object</source>
        <translation>没有该目标</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>决定数</translation>
    </message>
    <message>
        <source>rank 1</source>
        <translation>第 1 名</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>复核数</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>{0} of {1} the same object</source>
        <translation>{1} 中 {0} 个为同一目标</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>StatisticsCommands</name>
    <message>
        <source>Figures saved in {0}.</source>
        <translation>统计数据已保存到 {0}。</translation>
    </message>
    <message>
        <source>{0} pictures saved in {1}.</source>
        <translation>{0} 张图已保存到 {1}。</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Save plots …</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>Save figures …</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Save plots as PNG and SVG</source>
        <translation>将图表保存为 PNG 和 SVG</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>保存数据</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>The picture cannot be read</source>
        <translation>无法读取图片</translation>
    </message>
    <message>
        <source>Loading models …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Looking for masks …</source>
        <translation>正在寻找掩码…</translation>
    </message>
    <message>
        <source>Writing captions …</source>
        <translation>正在生成描述…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The analysis failed</source>
        <translation>分析失败</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>{0} masks</source>
        <translation>{0} 个掩码</translation>
    </message>
    <message>
        <source>{0} masks in {1} s</source>
        <translation>{0} 个掩码，{1} 秒</translation>
    </message>
    <message>
        <source>Loading models</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Looking for masks</source>
        <translation>正在寻找掩码</translation>
    </message>
    <message>
        <source>Looking at each mask</source>
        <translation>正在查看每个掩码</translation>
    </message>
    <message>
        <source>Writing captions</source>
        <translation>正在生成描述</translation>
    </message>
    <message>
        <source>Gathering phrases</source>
        <translation>正在收集短语</translation>
    </message>
    <message>
        <source>Exporting {0} / {1}</source>
        <translation>正在导出 {0} / {1}</translation>
    </message>
    <message>
        <source>Opening {0} …</source>
        <translation>正在打开 {0}…</translation>
    </message>
    <message>
        <source>models not loaded</source>
        <translation>模型未加载</translation>
    </message>
    <message>
        <source>Devices in use
{0}</source>
        <translation>使用中的设备
{0}</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>内存占用</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>⚠ not saved: {0}</source>
        <translation>⚠ 未保存：{0}</translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation>✓ 已保存</translation>
    </message>
    <message>
        <source>{0} decided</source>
        <translation>已决定 {0}</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking for words for this mask …</source>
        <translation>正在为此掩码寻找表达…</translation>
    </message>
    <message>
        <source>No words were found that lead back to this mask.</source>
        <translation>没有找到能指回此掩码的表达。</translation>
    </message>
    <message>
        <source>Words of the model for this mask</source>
        <translation>模型为此掩码写的表达</translation>
    </message>
    <message>
        <source>its caption: margin {0}</source>
        <translation>其描述：分差 {0}</translation>
    </message>
    <message>
        <source>add “{0}”: margin {1} → {2}</source>
        <translation>加“{0}”：分差 {1} → {2}</translation>
    </message>
</context>
<context>
    <name>UndoNames</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>decision on “{0}”</source>
        <translation>对“{0}”的决定</translation>
    </message>
    <message>
        <source>adding “{0}”</source>
        <translation>添加“{0}”</translation>
    </message>
    <message>
        <source>editing “{0}”</source>
        <translation>修改“{0}”</translation>
    </message>
    <message>
        <source>removing an expression</source>
        <translation>移除表达</translation>
    </message>
    <message>
        <source>ordering the expressions</source>
        <translation>调整表达顺序</translation>
    </message>
    <message>
        <source>category {0}</source>
        <translation>类别 {0}</translation>
    </message>
    <message>
        <source>editing a category</source>
        <translation>修改类别</translation>
    </message>
    <message>
        <source>removing a category</source>
        <translation>删除类别</translation>
    </message>
    <message>
        <source>finding {0} moved pictures</source>
        <translation>找回 {0} 张移动的图片</translation>
    </message>
    <message>
        <source>taking {0} replaced pictures</source>
        <translation>采用 {0} 张替换的图片</translation>
    </message>
    <message>
        <source>putting {0} pictures into splits</source>
        <translation>将 {0} 张图片划入子集</translation>
    </message>
    <message>
        <source>importing {0}</source>
        <translation>导入 {0}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Type what you mean, pick the mask</source>
        <translation>输入您所指的内容，选择掩码</translation>
    </message>
    <message>
        <source>Open a folder of pictures, or drop one here. Every decision is saved as you make it.</source>
        <translation>打开图片文件夹，或把它拖到这里。每个决定都会立即保存。</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>looks like the text</source>
        <translation>外观符合文本</translation>
    </message>
    <message>
        <source>its caption means the text</source>
        <translation>描述符合文本</translation>
    </message>
    <message>
        <source>looks like nothing else here</source>
        <translation>与图中其他内容都不相似</translation>
    </message>
    <message>
        <source>its colour and usual size</source>
        <translation>颜色与常见大小</translation>
    </message>
    <message>
        <source>its mask is trusted</source>
        <translation>掩码可信度</translation>
    </message>
    <message>
        <source>its place or size</source>
        <translation>位置或大小</translation>
    </message>
    <message>
        <source>Rank {0}: outside the place the text names.</source>
        <translation>第 {0} 名：在文本所指位置之外。</translation>
    </message>
    <message>
        <source>Rank {0}; before the place was looked at, rank {1}.</source>
        <translation>第 {0} 名；考虑位置之前为第 {1} 名。</translation>
    </message>
    <message>
        <source>Rank 1, ahead of the next by {0}.</source>
        <translation>第 1 名，领先第二名 {0}。</translation>
    </message>
    <message>
        <source>Rank {0}.</source>
        <translation>第 {0} 名。</translation>
    </message>
    <message>
        <source>N, phrase by phrase: {0}</source>
        <translation>N，逐短语：{0}</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading files …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Copying pictures …</source>
        <translation>正在复制图片…</translation>
    </message>
    <message>
        <source>Writing parts …</source>
        <translation>正在写出分包…</translation>
    </message>
    <message>
        <source>Merging …</source>
        <translation>正在合并…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>正在处理…</translation>
    </message>
</context>
</TS>
