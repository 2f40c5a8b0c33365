<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Nablascope</source>
        <translation>关于 Nablascope</translation>
    </message>
    <message>
        <source>An oscilloscope for learning: watch neural networks learn to read handwritten digits, layer by layer.</source>
        <translation>学习的示波器：逐层观察神经网络学习识别手写数字。</translation>
    </message>
    <message>
        <source>The experiments are those of Michael Nielsen’s book “Neural Networks and Deep Learning”.</source>
        <translation>实验取自 Michael Nielsen 的著作《Neural Networks and Deep Learning》。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, Eigen and Highway.</source>
        <translation>本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本，使用了 Qt、QCustomPlot、Eigen 和 Highway。</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Built-in digits</source>
        <translation>内置数字</translation>
    </message>
    <message>
        <source>Built-in digits, harder</source>
        <translation>内置数字（较难）</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>quadratic</source>
        <translation>二次代价</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>N(0, 1)</source>
        <translation>N(0, 1)</translation>
    </message>
    <message>
        <source>N(0, 1/√n)</source>
        <translation>N(0, 1/√n)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>How far each step goes down the gradient: w → w − η ∂C/∂w. Can be turned while it trains.</source>
        <translation>每一步沿梯度下降多远：w → w − η ∂C/∂w。训练中可以调节。</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Digits whose gradients are averaged for one step. As many as the training set: full-batch gradient descent.</source>
        <translation>每一步对多少个数字的梯度取平均。与训练集一样大时就是全批量梯度下降。</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>个数字</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Passes over the training digits.</source>
        <translation>遍历训练数字的次数。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>L2 λ</source>
        <translation>L2 λ</translation>
    </message>
    <message>
        <source>Weight decay: the cost gains λ/2n Σw², n the number of training digits. 0 switches it off. Can be turned while it trains.</source>
        <translation>权重衰减：代价加上 λ/2n Σw²，n 是训练数字的个数。0 表示关闭。训练中可以调节。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Start of all random numbers: the same seed gives the same run, bit for bit.</source>
        <translation>所有随机数的起点：相同的种子得到逐位相同的运行。</translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation>训练数字</translation>
    </message>
    <message>
        <source>Train on the first so many digits only; 0 takes all of them.</source>
        <translation>只用前若干个数字训练；0 表示全部。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The digits to learn from: builtin, builtin-strong, mnist, fashion, or a folder of IDX files.</source>
        <translation>用来学习的数字：builtin、builtin-strong、mnist、fashion，或一个 IDX 文件夹。</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>log-likelihood</source>
        <translation>对数似然</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>all zeros</source>
        <translation>全为零</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cut on a plateau</source>
        <translation>停滞时减小</translation>
    </message>
    <message>
        <source>shifts</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>shifts and rotations</source>
        <translation>平移与旋转</translation>
    </message>
    <message>
        <source>elastic</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Neurons in each layer, from the 784 pixels to the 10 digits: 784,30,10 has one hidden layer of 30. A last layer of 4 answers with the digit&apos;s bits.</source>
        <translation>每层的神经元数，从 784 个像素到 10 个数字：784,30,10 有一个 30 个神经元的隐藏层。最后一层为 4 时，以数字的二进制位作答。</translation>
    </message>
    <message>
        <source>The function σ of the hidden neurons, a = σ(z): one for all hidden layers, or one for each, such as relu,relu,tanh.</source>
        <translation>隐藏神经元的函数 σ，a = σ(z)：所有隐藏层用同一个，或每层各写一个，如 relu,relu,tanh。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The function of the output neurons. The cross-entropy needs sigmoid, the log-likelihood softmax, whose outputs sum to 1; the quadratic cost takes any.</source>
        <translation>输出神经元的函数。交叉熵需要 sigmoid，对数似然需要 softmax（其输出之和为 1）；二次代价可用任何一种。</translation>
    </message>
    <message>
        <source>What learning makes small. Quadratic: ½‖a − y‖². Cross-entropy: −Σ[y ln a + (1 − y) ln(1 − a)], which does not slow down when the network is badly wrong. Log-likelihood: −ln of the right digit&apos;s softmax output.</source>
        <translation>学习要减小的量。二次代价：½‖a − y‖²。交叉熵：−Σ[y ln a + (1 − y) ln(1 − a)]，网络错得厉害时学习也不会变慢。对数似然：正确数字的 softmax 输出的 −ln。</translation>
    </message>
    <message>
        <source>How the weights are drawn at the start: with standard deviation 1, or 1/√n with n the number of inputs of the neuron, so that neurons do not start saturated; biases are N(0, 1) in both. Glorot: √(2/(n + m)) with m outputs; He: √(2/n), for ReLU; both with biases 0. All zeros: the neurons of a layer stay alike for ever.</source>
        <translation>权重初始值的取法：标准差为 1，或 1/√n（n 为该神经元的输入数），使神经元一开始不饱和；两者的偏置均为 N(0, 1)。Glorot：√(2/(n + m))，m 为输出数；He：√(2/n)，用于 ReLU；两者的偏置均为 0。全为零：同一层的神经元永远相同。</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Batch normalization brings the weighted inputs of each hidden neuron to mean 0 and deviation 1 over the mini-batch; when the network reads, running averages take their place. One cure for the vanishing gradient.</source>
        <translation>批量归一化使每个隐藏神经元的带权输入在小批量上均值为 0、标准差为 1；网络识别时改用滑动平均。这是治疗梯度消失的一种方法。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化算法</translation>
    </message>
    <message>
        <source>How a step follows from the gradient: straight down (stochastic gradient descent), with momentum, with Nesterov&apos;s look ahead, or with a rate for each weight (RMSProp, Adam), for which η is about 0.001.</source>
        <translation>如何由梯度得到一步：径直下降（随机梯度下降）、带动量、带 Nesterov 前瞻，或为每个权重取各自的速率（RMSProp、Adam，此时 η 约为 0.001）。</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>动量 μ</translation>
    </message>
    <message>
        <source>How much of its velocity a weight keeps: v → μv − η ∂C/∂w; 1 − μ is the friction. Adam&apos;s β₁.</source>
        <translation>权重保留多少速度：v → μv − η ∂C/∂w；1 − μ 是摩擦。也是 Adam 的 β₁。</translation>
    </message>
    <message>
        <source>Memory ρ</source>
        <translation>记忆 ρ</translation>
    </message>
    <message>
        <source>How slowly the running mean of the squared gradient forgets: RMSProp&apos;s ρ, Adam&apos;s β₂.</source>
        <translation>梯度平方的滑动平均遗忘得多慢：RMSProp 的 ρ，Adam 的 β₂。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>速率调度</translation>
    </message>
    <message>
        <source>How η changes: never; times a factor every few epochs, or every epoch; along half a cosine to 0 at the end; or cut when the accuracy on the validation digits has not improved for some epochs.</source>
        <translation>η 如何变化：不变；每隔几轮或每轮乘以一个系数；沿半个余弦降到 0；或在验证数字的准确率若干轮没有提高时减小。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>What the schedule multiplies η by.</source>
        <translation>调度时 η 乘以的系数。</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每隔</translation>
    </message>
    <message>
        <source>Epochs from one step of the schedule to the next; on a plateau, epochs without a better validation accuracy before a cut.</source>
        <translation>调度的两步之间的轮数；停滞时，验证准确率没有提高多少轮后减小。</translation>
    </message>
    <message>
        <source>Stop at 1/</source>
        <translation>停止于 1/</translation>
    </message>
    <message>
        <source>Training ends when cuts have brought η down to this part of where it began, 128 for 1/128; 0: it goes on.</source>
        <translation>η 减小到初始值的这一份时训练结束，128 即 1/128；0：继续训练。</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Ends the training after so many epochs without a better accuracy on the validation digits; 0: never.</source>
        <translation>验证数字的准确率这么多轮没有提高时结束训练；0：从不。</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>A gradient longer than this is shortened to it, so that one exploding step cannot ruin the run; 0: never.</source>
        <translation>比这更长的梯度缩短到此长度，使一次爆炸的步子不至毁掉整个训练；0：从不。</translation>
    </message>
    <message>
        <source>L1 λ</source>
        <translation>L1 λ</translation>
    </message>
    <message>
        <source>The cost gains λ/n Σ|w|: small weights shrink to nothing, few large ones remain. 0 switches it off.</source>
        <translation>代价增加 λ/n Σ|w|：小权重缩为零，只留下少数大权重。0 表示关闭。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout（弃权）</translation>
    </message>
    <message>
        <source>Share of the hidden neurons that is left out of each step, others each time; 0.5 is Hinton&apos;s. 0 switches it off.</source>
        <translation>每一步弃用的隐藏神经元的比例，每次不同；Hinton 用 0.5。0 表示关闭。</translation>
    </message>
    <message>
        <source>Max-norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Weights that enter a neuron are scaled down when their norm is larger than this; 0: never.</source>
        <translation>进入一个神经元的权重的范数大于此值时按比例缩小；0：从不。</translation>
    </message>
    <message>
        <source>Expanded data</source>
        <translation>扩展数据</translation>
    </message>
    <message>
        <source>Shows the network every training digit distorted anew in each epoch: shifted, also rotated, scaled and sheared, or also elastically, like a hand that wavers.</source>
        <translation>每轮都让网络看到重新变形的训练数字：平移；或再加旋转、缩放和切变；或再加弹性变形，像抖动的手写的一样。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Times the distortion: 1 looks like other people&apos;s handwriting, 2 is wild.</source>
        <translation>变形的倍数：1 像别人的笔迹，2 则很夸张。</translation>
    </message>
</context>
<context>
    <name>ExperimentFiles</name>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>The experiment could not be opened: %1</source>
        <translation>无法打开该实验：%1</translation>
    </message>
    <message>
        <source>Save the setup</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>The setup could not be saved: %1</source>
        <translation>无法保存该设置：%1</translation>
    </message>
</context>
<context>
    <name>ExperimentForm</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>FieldProblem</name>
    <message>
        <source>Entry %1 is %2. A layer has 1 to %3 neurons.</source>
        <translation>第 %1 项是 %2。每层应有 1 到 %3 个神经元。</translation>
    </message>
    <message>
        <source>Write at least the input and the output layer: 784 10.</source>
        <translation>至少要写输入层和输出层：784 10。</translation>
    </message>
    <message>
        <source>%1 hidden layers are too many. At most %2 can be trained here.</source>
        <translation>%1 个隐藏层太多了，这里最多训练 %2 个。</translation>
    </message>
    <message>
        <source>The first layer is the image, 28 × 28: it must be 784, not %1.</source>
        <translation>第一层是 28 × 28 的图像：必须是 784，不能是 %1。</translation>
    </message>
    <message>
        <source>%1 weights and biases are too many. Take smaller layers, at most %2 in all.</source>
        <translation>%1 个权重和偏置太多了。请把各层改小，总数最多 %2。</translation>
    </message>
    <message>
        <source>Write whole numbers with blanks between them: 784 30 10. No layer has more than %1 neurons.</source>
        <translation>请写用空格隔开的整数：784 30 10。每层不超过 %1 个神经元。</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it as 0.1 or 1e-3.</source>
        <translation>“%1”不是数。请写成 0.1 或 1e-3 的样子。</translation>
    </message>
    <message>
        <source>Must be between %1 and %2.</source>
        <translation>必须在 %1 和 %2 之间。</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>A seed is a whole number from 0 to 18446744073709551615.</source>
        <translation>随机种子是 0 到 18446744073709551615 的整数。</translation>
    </message>
    <message>
        <source>The last layer answers with a digit: it must be 10, or 4 for its bits, not %1.</source>
        <translation>最后一层给出数字：必须为 10，或为 4（数字的二进制位），而不是 %1。</translation>
    </message>
    <message>
        <source>Write one name for all hidden layers, or one for each of the %1.</source>
        <translation>为所有隐藏层写一个名称，或为 %1 个隐藏层各写一个。</translation>
    </message>
    <message>
        <source>Batch normalization takes 2 to %1 digits at a time here.</source>
        <translation>批量归一化在这里每次取 2 到 %1 个数字。</translation>
    </message>
    <message>
        <source>The four outputs that give a digit’s bits are sigmoid.</source>
        <translation>给出数字二进制位的四个输出必须是 sigmoid。</translation>
    </message>
    <message>
        <source>The log-likelihood needs softmax outputs.</source>
        <translation>对数似然需要 softmax 输出。</translation>
    </message>
    <message>
        <source>The cross-entropy needs sigmoid outputs.</source>
        <translation>交叉熵需要 sigmoid 输出。</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Press Train (Space). The digits were made by this program, so nothing is downloaded.</source>
        <translation>按“训练”（空格键）。这些数字由本程序生成，无需下载。</translation>
    </message>
    <message>
        <source>Watch the three scopes: cost, accuracy, and how fast each layer learns. The sentence under them says what is seen.</source>
        <translation>看三个示波图：代价、准确率，以及每一层学得多快。下面的句子说明看到了什么。</translation>
    </message>
    <message>
        <source>Draw a digit. The network reads it while it is still learning.</source>
        <translation>写一个数字。网络一边学习一边识别它。</translation>
    </message>
    <message>
        <source>Turn η or λ while it trains; a mark tells where. Other changes take effect at Reset.</source>
        <translation>训练中可以调节 η 或 λ，图上会作标记。其他改动在重置后生效。</translation>
    </message>
    <message>
        <source>Choose another experiment of the book above, or drop a folder of IDX files on the window.</source>
        <translation>在上方选择书中的另一个实验，或把 IDX 文件夹拖到窗口上。</translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation>训练或暂停</translation>
    </message>
    <message>
        <source>Step one mini-batch</source>
        <translation>走一个小批量</translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation>走一轮</translation>
    </message>
    <message>
        <source>Reset: the same seed gives the same weights</source>
        <translation>重置：相同的种子得到相同的权重</translation>
    </message>
    <message>
        <source>Slower, faster</source>
        <translation>更慢、更快</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>清空画布</translation>
    </message>
    <message>
        <source>Undo on the canvas</source>
        <translation>撤销画布上的操作</translation>
    </message>
    <message>
        <source>Open a data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>The first minute</source>
        <translation>第一分钟</translation>
    </message>
    <message>
        <source>The keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>In a scope: wheel to zoom, drag to pan, double click to follow again, right click for more.</source>
        <translation>在示波图中：滚轮缩放，拖动平移，双击恢复跟随，右键打开更多功能。</translation>
    </message>
    <message>
        <source>The first minute, and the keys</source>
        <translation>第一分钟与按键</translation>
    </message>
</context>
<context>
    <name>ModelSaving</name>
    <message>
        <source>There is no network to save yet: the digits are still being made.</source>
        <translation>还没有可以保存的网络：数字仍在生成。</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>The network could not be saved: %1</source>
        <translation>网络无法保存：%1</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation>学习速度</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>The vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Four hidden layers: at the start the first learns about a hundred times slower than the fourth (chapter 5).</source>
        <translation>四个隐藏层：开始时第一层比第四层慢约一百倍（第 5 章）。</translation>
    </message>
    <message>
        <source>The first network</source>
        <translation>第一个网络</translation>
    </message>
    <message>
        <source>784-30-10 with the quadratic cost: about 95 % of MNIST&apos;s test digits after 30 epochs (chapter 1).</source>
        <translation>784-30-10，二次代价：30 轮后能识别约 95 % 的 MNIST 测试数字（第 1 章）。</translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation>一个隐藏层</translation>
    </message>
    <message>
        <source>Nothing can vanish yet: about 96.5 % on MNIST (chapter 5).</source>
        <translation>还没有什么会消失：在 MNIST 上约 96.5 %（第 5 章）。</translation>
    </message>
    <message>
        <source>Two hidden layers</source>
        <translation>两个隐藏层</translation>
    </message>
    <message>
        <source>At the start the first learns about 5 times slower than the second (chapter 5).</source>
        <translation>开始时第一层比第二层慢约 5 倍（第 5 章）。</translation>
    </message>
    <message>
        <source>Three hidden layers</source>
        <translation>三个隐藏层</translation>
    </message>
    <message>
        <source>At the start the first learns about 25 times slower than the third (chapter 5).</source>
        <translation>开始时第一层比第三层慢约 25 倍（第 5 章）。</translation>
    </message>
    <message>
        <source>Eight hidden layers</source>
        <translation>八个隐藏层</translation>
    </message>
    <message>
        <source>Never leaves its plateau: the first layer is about a hundred thousand times slower than the eighth.</source>
        <translation>始终离不开平台期：第一层比第八层慢约十万倍。</translation>
    </message>
    <message>
        <source>Learning speed, two layers</source>
        <translation>学习速度，两层</translation>
    </message>
    <message>
        <source>The book&apos;s protocol: the first 1,000 digits, full batch, 500 steps (chapter 5).</source>
        <translation>书中的做法：前 1,000 个数字，全批量，500 步（第 5 章）。</translation>
    </message>
    <message>
        <source>Learning speed, three layers</source>
        <translation>学习速度，三层</translation>
    </message>
    <message>
        <source>Learning speed, four layers</source>
        <translation>学习速度，四层</translation>
    </message>
    <message>
        <source>The book&apos;s protocol, in which the gap of a hundred persists (chapter 5).</source>
        <translation>书中的做法，其中上百倍的差距始终存在（第 5 章）。</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>内置数字</translation>
    </message>
    <message>
        <source>784-100-10 on the digits that this program draws itself: what it learns there reads real handwriting.</source>
        <translation>784-100-10，用本程序自己绘制的数字训练：它由此学会识别真正的手写数字。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过度拟合</translation>
    </message>
    <message>
        <source>1,000 digits, 400 epochs: all of them learned by heart, 82 % of MNIST&apos;s test digits, a test cost that rises (chapter 3).</source>
        <translation>1,000 个数字，400 轮：全部背熟，MNIST 测试数字只对 82 %，测试代价上升（第 3 章）。</translation>
    </message>
    <message>
        <source>The gradient cured</source>
        <translation>治好的梯度</translation>
    </message>
    <message>
        <source>The four hidden layers again with ReLU and He&apos;s weights: they learn about equally fast, 92 % of MNIST after the first epoch.</source>
        <translation>同样四个隐藏层，用 ReLU 和 He 的权重：各层学习得差不多一样快，第一轮后 MNIST 就达 92 %。</translation>
    </message>
    <message>
        <source>The best of 100 neurons</source>
        <translation>100 个神经元的最好成绩</translation>
    </message>
    <message>
        <source>784-100-10 with digits distorted anew each epoch: 98.8 % of MNIST&apos;s test digits after 60 epochs.</source>
        <translation>784-100-10，每轮重新变形数字：60 轮后 MNIST 测试数字达 98.8 %。</translation>
    </message>
    <message>
        <source>The best of 800 neurons</source>
        <translation>800 个神经元的最好成绩</translation>
    </message>
    <message>
        <source>784-800-10, the same way: 99.2 % of MNIST&apos;s test digits after 60 epochs, as good as Simard&apos;s in 2003.</source>
        <translation>784-800-10，方法相同：60 轮后 MNIST 测试数字达 99.2 %，与 Simard 2003 年的结果相当。</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>Open a run</source>
        <translation>打开训练</translation>
    </message>
    <message>
        <source>Runs (*.checkpoint)</source>
        <translation>训练 (*.checkpoint)</translation>
    </message>
    <message>
        <source>The run could not be opened: %1</source>
        <translation>无法打开训练：%1</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存训练</translation>
    </message>
</context>
<context>
    <name>ScopeAxis</name>
    <message>
        <source>%1 epoch</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>ScopePlot</name>
    <message>
        <source>Could not save %1: %2. Nothing was changed; choose another folder.</source>
        <translation>无法保存 %1：%2。未作任何更改；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation>在第 %1 步于第 %2 层发散</translation>
    </message>
</context>
<context>
    <name>nabla::ui::AccuracyPanel</name>
    <message>
        <source>validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Accuracy over the run</source>
        <translation>运行过程中的准确率</translation>
    </message>
</context>
<context>
    <name>nabla::ui::AnswerView</name>
    <message>
        <source>perhaps %1</source>
        <translation>可能是 %1</translation>
    </message>
    <message>
        <source>%1 or %2?</source>
        <translation>%1 还是 %2？</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>尚未绘制。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ConfusionPanel</name>
    <message>
        <source>validation, epoch %1</source>
        <translation>验证，第 %1 轮</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ConfusionTable</name>
    <message>
        <source>found</source>
        <translation>找出</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>%1 of %2 images of the digit %3 were read as %4</source>
        <translation>%2 张数字 %3 的图像中，有 %1 张被读作 %4</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Confusion matrix: rows are the true digits, columns the answers</source>
        <translation>混淆矩阵：行是真实数字，列是回答</translation>
    </message>
</context>
<context>
    <name>nabla::ui::CostPanel</name>
    <message>
        <source>%1, mean a digit</source>
        <translation>%1，每个数字的平均值</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Cost over the run</source>
        <translation>运行过程中的代价</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DataSelector</name>
    <message>
        <source>on</source>
        <comment>an experiment on a data set</comment>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The digits to learn from. A folder of IDX files can also be dropped on the window.</source>
        <translation>用来学习的数字。也可以把包含 IDX 文件的文件夹拖到窗口上。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DigitCanvas</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation>撤销上一笔</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复上一笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Erase instead of drawing; the right mouse button does it too</source>
        <translation>擦除而不是绘制；也可以用鼠标右键擦除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take a new sheet</source>
        <translation>换一张新纸</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Draw a digit with mouse, finger or pen; the network reads it at once.</source>
        <translation>用鼠标、手指或笔写一个数字，网络会立即识别。</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DrawPanel</name>
    <message>
        <source>What it sees</source>
        <translation>网络所见</translation>
    </message>
    <message>
        <source>What the network sees: 28 × 28 pixels</source>
        <translation>网络所见：28 × 28 像素</translation>
    </message>
    <message>
        <source>The drawing as MNIST&apos;s digits were made: 20 pixels high or wide, centred by mass in 28 × 28.</source>
        <translation>按 MNIST 数字的制作方式处理的图：高或宽为 20 像素，按质心居中于 28 × 28。</translation>
    </message>
    <message>
        <source>This network takes %1 numbers and gives %2. To read digits it must take 784 pixels and give 10 outputs: change Layers in the setup.</source>
        <translation>此网络接受 %1 个数，给出 %2 个数。要识别数字，它必须接受 784 个像素并给出 10 个输出：请在设置中更改“层”。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ExperimentForm</name>
    <message>
        <source>The changed setup applies at the next Reset.</source>
        <translation>更改后的设置将在下次重置时生效。</translation>
    </message>
    <message>
        <source>η and λ can be turned while it trains. The rest takes effect at the next Reset.</source>
        <translation>η 和 λ 可在训练时调节。其余设置在下次重置时生效。</translation>
    </message>
    <message>
        <source>Reset now</source>
        <translation>立即重置</translation>
    </message>
    <message>
        <source>Starts a new run from this setup.</source>
        <translation>用此设置开始新的运行。</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>较少设置</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Schedules, early stopping, dropout, expanded data and more.</source>
        <translation>速率调度、提前停止、Dropout、扩展数据等。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ExperimentSelector</name>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Choose an experiment of the book</source>
        <translation>选择书中的一个实验</translation>
    </message>
</context>
<context>
    <name>nabla::ui::LearningSpeedLadder</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>nabla::ui::LearningSpeedPanel</name>
    <message>
        <source>‖∂C/∂b‖ a layer · mini-batches</source>
        <translation>各层 ‖∂C/∂b‖ · 小批量</translation>
    </message>
    <message>
        <source>‖∂C/∂b‖ a layer · probe of %1 digits</source>
        <translation>各层 ‖∂C/∂b‖ · %1 个数字的探针</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Learning speed of every hidden layer over the run</source>
        <translation>运行过程中各隐藏层的学习速度</translation>
    </message>
    <message>
        <source>Learning speeds now</source>
        <translation>当前学习速度</translation>
    </message>
    <message>
        <source>&amp;Everything measured</source>
        <translation>所有测量值(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mini-batches</source>
        <translation>小批量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Probe of %1 digits</source>
        <translation>%1 个数字的探针(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>对数轴(&amp;L)</translation>
    </message>
    <message>
        <source>The probe as lines, the mini-batches as bands from least to most</source>
        <translation>探针显示为线，小批量显示为从最小到最大的带</translation>
    </message>
    <message>
        <source>Show ▾</source>
        <translation>显示 ▾</translation>
    </message>
    <message>
        <source>What is measured, and on which axis</source>
        <translation>测量什么，用哪种坐标轴</translation>
    </message>
    <message>
        <source>This network has no hidden layer: there is nothing to compare.</source>
        <translation>此网络没有隐藏层：没有可比较的内容。</translation>
    </message>
    <message>
        <source>Press Train to see the layers learn.</source>
        <translation>按“训练”，观察各层如何学习。</translation>
    </message>
    <message>
        <source>At the start the hidden layer learns at a speed of %1.</source>
        <translation>起初，隐藏层的学习速度为 %1。</translation>
    </message>
    <message>
        <source>At the start the hidden layer learned at a speed of %1; now %2.</source>
        <translation>起初，隐藏层的学习速度为 %1；现在为 %2。</translation>
    </message>
    <message>
        <source>Layer 1 and layer %1 cannot be compared: one of them does not learn at all.</source>
        <translation>第 1 层与第 %1 层无法比较：其中一层完全没有学习。</translation>
    </message>
    <message>
        <source>%1 times slower</source>
        <translation>慢 %1 倍</translation>
    </message>
    <message>
        <source>%1 times faster</source>
        <translation>快 %1 倍</translation>
    </message>
    <message>
        <source>as fast</source>
        <translation>一样快</translation>
    </message>
    <message>
        <source>At the start layer 1 learns %1 as layer %2.</source>
        <translation>起初，第 1 层与第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>At the start layer 1 learns %1 than layer %2.</source>
        <translation>起初，第 1 层比第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>At the start layer 1 learned %1 as layer %2; now %3.</source>
        <translation>起初，第 1 层与第 %2 层学得%1；现在：%3。</translation>
    </message>
    <message>
        <source>At the start layer 1 learned %1 than layer %2; now %3.</source>
        <translation>起初，第 1 层比第 %2 层学得%1；现在：%3。</translation>
    </message>
    <message>
        <source>Now the hidden layer learns at a speed of %1.</source>
        <translation>现在，隐藏层的学习速度为 %1。</translation>
    </message>
    <message>
        <source>Now layer 1 learns %1 as layer %2.</source>
        <translation>现在，第 1 层与第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>Now layer 1 learns %1 than layer %2.</source>
        <translation>现在，第 1 层比第 %2 层学得%1。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MainWindow</name>
    <message>
        <source>Nablascope</source>
        <translation>Nablascope</translation>
    </message>
    <message>
        <source>The run diverged: its numbers grew beyond all bounds. Take a smaller learning rate, then press Reset.</source>
        <translation>运行已发散：数值增长超出了一切界限。请减小学习率，然后按“重置”。</translation>
    </message>
    <message>
        <source>Training stopped: %1</source>
        <translation>训练已停止：%1</translation>
    </message>
    <message>
        <source>A folder of four IDX files</source>
        <translation>包含四个 IDX 文件的文件夹</translation>
    </message>
    <message>
        <source>This is not on this computer. Drop a folder of IDX files, or one of its files.</source>
        <translation>这不在此计算机上。请拖入包含 IDX 文件的文件夹，或其中的一个文件。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MnistBar</name>
    <message>
        <source>MNIST could not be downloaded: %1</source>
        <translation>无法下载 MNIST：%1</translation>
    </message>
    <message>
        <source>These digits are made by the program. MNIST has 70,000 that people wrote.</source>
        <translation>这些数字由程序生成。MNIST 有 70,000 个由人书写的数字。</translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)</source>
        <translation>获取 MNIST（11 MB）</translation>
    </message>
    <message>
        <source>Getting MNIST: %1 of %2 MB</source>
        <translation>正在获取 MNIST：%1 / %2 MB</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NetworkPanel</name>
    <message>
        <source>colour = layer, glow = activation</source>
        <translation>颜色 = 层，亮度 = 激活值</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NetworkView</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message numerus="yes">
        <source>Input: %n pixel(s). The ones shown are a cut through the image&apos;s middle.</source>
        <translation>
            <numerusform>输入：%n 个像素。所示为穿过图像中部的一条截线。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %n neuron(s).</source>
        <translation>
            <numerusform>第 %1 层：%n 个神经元。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its learning speed ‖∂C/∂b‖, against that of the last hidden layer: %1 slower.</source>
        <translation>它的学习速度 ‖∂C/∂b‖，与最后一个隐藏层相比：慢 %1。</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>Pixel in row %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列的像素：%3</translation>
    </message>
    <message>
        <source>Input %1: %2</source>
        <translation>输入 %1：%2</translation>
    </message>
    <message>
        <source>Output %1: a = %2</source>
        <translation>输出 %1：a = %2</translation>
    </message>
    <message>
        <source>Layer %1, neuron %2: a = %3</source>
        <translation>第 %1 层，第 %2 个神经元：a = %3</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Layer %1 is selected.</source>
        <translation>已选中第 %1 层。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::OutputBars</name>
    <message>
        <source>The ten outputs</source>
        <translation>十个输出</translation>
    </message>
    <message>
        <source>The ten outputs a of the network, one a digit. Each is between 0 and 1 by itself; together they need not make 100 %.</source>
        <translation>网络的十个输出 a，每个数字一个。它们各自在 0 和 1 之间，加起来不必是 100 %。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::PaceControl</name>
    <message>
        <source>Flat out: as fast as this computer can</source>
        <translation>全速：这台计算机能有多快就多快</translation>
    </message>
    <message>
        <source>Watch: %1 mini-batches a second</source>
        <translation>观看：每秒 %1 个小批量</translation>
    </message>
    <message>
        <source>%1 mini-batches a second</source>
        <translation>每秒 %1 个小批量</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pace. %1.
The pace changes nothing in the result: it only waits between mini-batches.</source>
        <translation>速度。%1。
速度不影响结果：只是在小批量之间等待。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunProgress</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 digits/s</source>
        <translation>%1 个数字/秒</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop loading and keep the run as it is</source>
        <translation>停止加载，保留当前的运行</translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunToolbar</name>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Train on one mini-batch (.) or to the end of the epoch</source>
        <translation>训练一个小批量（.）或训练到本轮结束</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ScopePlot</name>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>&amp;Follow the run</source>
        <translation>跟随运行(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>复制图像(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;image…</source>
        <translation>保存图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Save &amp;values…</source>
        <translation>保存数值(&amp;V)…</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步(&amp;S)</translation>
    </message>
    <message>
        <source>Se&amp;conds of training</source>
        <translation>训练秒数(&amp;C)</translation>
    </message>
    <message>
        <source>Save the image of the scope</source>
        <translation>保存示波图的图像</translation>
    </message>
    <message>
        <source>PNG image (*.png);;PDF document (*.pdf)</source>
        <translation>PNG 图像 (*.png);;PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the values of the scope</source>
        <translation>保存示波图的数值</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>The file was not saved</source>
        <translation>文件没有保存</translation>
    </message>
</context>
<context>
    <name>nabla::ui::StatusLine</name>
    <message>
        <source>waiting for data</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation>在第 %1 步第 %2 层发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation>摘要 %1</translation>
    </message>
    <message>
        <source>One number for all weights and biases: the same in every run of the same setup that is computed with the same instructions (here: %1)</source>
        <translation>代表全部权重和偏置的一个数：同样的设置用同样的指令集（这里是 %1）计算，每次运行都相同</translation>
    </message>
    <message>
        <source>Training, validation and test digits</source>
        <translation>训练、验证和测试数字</translation>
    </message>
    <message>
        <source>1 training thread, working</source>
        <translation>1 个训练线程，工作中</translation>
    </message>
    <message>
        <source>1 training thread, resting</source>
        <translation>1 个训练线程，休息中</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TrainButton</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>Train the network (Space)</source>
        <translation>训练网络（空格键）</translation>
    </message>
    <message>
        <source>Pause after this mini-batch (Space)</source>
        <translation>在这个小批量之后暂停（空格键）</translation>
    </message>
    <message>
        <source>Training begins as soon as the data are there (Space cancels)</source>
        <translation>数据一就绪就开始训练（按空格键取消）</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TrainingSession</name>
    <message>
        <source>This run is finished. Press Reset to start again.</source>
        <translation>这次运行已完成。按“重置”重新开始。</translation>
    </message>
    <message>
        <source>This run cannot go on. Change the setup, then press Reset.</source>
        <translation>这次运行无法继续。请修改设置，再按“重置”。</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>正在生成%1</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
    <message>
        <source>This setup cannot be run: %1</source>
        <translation>这个设置无法运行：%1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 不能使用：%2</translation>
    </message>
    <message>
        <source>There is no run to save yet: the digits are still being made.</source>
        <translation>还没有可保存的训练：数字仍在生成中。</translation>
    </message>
    <message>
        <source>The run could not be saved: %1</source>
        <translation>无法保存训练：%1</translation>
    </message>
</context>
<context>
    <name>nabla::ui::WindowActions</name>
    <message>
        <source>Open data folder…</source>
        <translation>打开数据文件夹…</translation>
    </message>
    <message>
        <source>Learn from a folder of four IDX files</source>
        <translation>用一个含四个 IDX 文件的文件夹学习</translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)…</source>
        <translation>获取 MNIST（11 MB）…</translation>
    </message>
    <message>
        <source>Download 70,000 handwritten digits</source>
        <translation>下载 70,000 个手写数字</translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation>保存模型…</translation>
    </message>
    <message>
        <source>Write the network as it is now to a safetensors file</source>
        <translation>把现在的网络写入 safetensors 文件</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>恢复布局</translation>
    </message>
    <message>
        <source>Lock panels</source>
        <translation>锁定面板</translation>
    </message>
    <message>
        <source>The first minute, and the keys</source>
        <translation>第一分钟与按键</translation>
    </message>
    <message>
        <source>About Nablascope</source>
        <translation>关于 Nablascope</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Step one mini-batch</source>
        <translation>走一个小批量</translation>
    </message>
    <message>
        <source>Train on one mini-batch, then rest</source>
        <translation>训练一个小批量，然后休息</translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation>走一轮</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then rest</source>
        <translation>训练到本轮结束，然后休息</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Begin again from the setup; the same seed gives the same weights</source>
        <translation>按设置重新开始；相同的种子得到相同的权重</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>更慢</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>更快</translation>
    </message>
    <message>
        <source>Watch: an epoch in about 15 seconds</source>
        <translation>观看：一轮约 15 秒</translation>
    </message>
    <message>
        <source>Flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Open experiment…</source>
        <translation>打开实验…</translation>
    </message>
    <message>
        <source>Take the setup from a JSON file</source>
        <translation>从 JSON 文件读取设置</translation>
    </message>
    <message>
        <source>Save experiment…</source>
        <translation>保存实验…</translation>
    </message>
    <message>
        <source>Write the setup to a JSON file, for others or for nabla</source>
        <translation>把设置写入 JSON 文件，供他人或 nabla 使用</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>打开训练…</translation>
    </message>
    <message>
        <source>Go on with a run that was saved, as if it had never stopped</source>
        <translation>从保存处继续训练，如同从未中断</translation>
    </message>
    <message>
        <source>Save run…</source>
        <translation>保存训练…</translation>
    </message>
    <message>
        <source>Write everything that the run needs to go on from here, to the same bits</source>
        <translation>写下从这里继续所需的一切，结果逐位相同</translation>
    </message>
</context>
</TS>
